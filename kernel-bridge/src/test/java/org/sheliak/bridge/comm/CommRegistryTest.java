package org.sheliak.bridge.comm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sheliak.bridge.connection.Session;
import org.sheliak.bridge.protocol.CommContent;
import org.sheliak.bridge.protocol.CommContent.CommClose;
import org.sheliak.bridge.protocol.CommContent.CommMsg;
import org.sheliak.bridge.protocol.Header;
import org.sheliak.bridge.protocol.Json;
import org.sheliak.bridge.protocol.Message;

class CommRegistryTest {
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final CommRegistry comms = new CommRegistry(new Session((channel, message) -> sent.add(message)), pool);

    private static final class Recorder implements CommListener {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void arriving(CommEvent event) {
            heard.add("arriving");
        }

        @Override
        public void message(CommEvent event) {
            heard.add(event.data().path("n").asText());
            if (event.data().path("n").asInt() == 13) {
                throw new IllegalStateException("unlucky");
            }
        }

        @Override
        public void closed() {
            heard.add("closed");
        }
    }

    @Test
    void receive_messagesOfOneComm_areHeardInOrder() throws InterruptedException {
        Recorder recorder = new Recorder();
        Comm comm = open(recorder);
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            comms.receive(message(new CommMsg(comm.id(), Json.object().put("n", n))));
            expected.add(String.valueOf(n));
        }
        comms.receive(message(new CommClose(comm.id(), Json.object())));
        expected.add("closed");
        finish();
        assertThat(recorder.heard).filteredOn(each -> !each.equals("arriving")).isEqualTo(expected);
    }

    @Test
    void receive_everyMessage_getsBusyAndIdleOfItsOwn() throws InterruptedException {
        Comm comm = open(new Recorder());
        sent.clear();
        Message failing = message(new CommMsg(comm.id(), Json.object().put("n", 13)));
        comms.receive(failing);
        finish();
        assertThat(sent)
                .extracting(each -> each.content().path("execution_state").asText())
                .containsExactly("busy", "idle");
        assertThat(sent).extracting(Message::parent).containsOnly(failing.header());
    }

    @Test
    void receive_close_forgetsTheComm() throws InterruptedException {
        Recorder recorder = new Recorder();
        Comm comm = open(recorder);
        comms.receive(message(new CommClose(comm.id(), Json.object())));
        comms.receive(message(new CommClose(comm.id(), Json.object())));
        finish();
        assertThat(comms.info(null)).isEmpty();
        assertThat(recorder.heard).containsExactly("closed");
    }

    private Comm open(CommListener listener) {
        return comms.open("target", Json.object(), Json.object(), comm -> listener);
    }

    private static Message message(CommContent content) {
        ObjectNode json = Json.MAPPER.valueToTree(content);
        return new Message(List.of(), Header.of(content.msgType(), "browser"), null, Json.object(), json, List.of());
    }

    private void finish() throws InterruptedException {
        pool.shutdown();
        assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
}
