package org.sheliak.bridge.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.sheliak.bridge.connection.Session;
import org.sheliak.bridge.protocol.Message;

class CellOutputTest {
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private final CellOutput output = new CellOutput(new Session((channel, message) -> sent.add(message)));

    @Test
    void flush_sendsWhatWasPrinted_inOneOrder() {
        output.stream("stdout").print("a");
        output.stream("stderr").print("b");
        output.stream("stdout").print("c");
        output.flush();
        assertThat(texts()).containsExactly("a", "b", "c");
    }

    @Test
    void write_manyBytes_splitsNoCharacter() {
        String text = "🙂é✓x".repeat(40_000);
        byte[] bytes = text.getBytes(UTF_8);
        PrintStream stream = output.stream("stdout");
        for (int start = 0; start < bytes.length; start += 4099) {
            stream.write(bytes, start, Math.min(4099, bytes.length - start));
        }
        output.flush();
        assertThat(texts()).hasSizeGreaterThan(2);
        assertThat(String.join("", texts())).isEqualTo(text);
    }

    @Test
    void write_isSentWithoutFlush() throws InterruptedException {
        output.stream("stdout").print("soon");
        for (int i = 0; i < 200 && sent.isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertThat(texts()).containsExactly("soon");
    }

    private List<String> texts() {
        return sent.stream().map(each -> each.content().path("text").asText()).toList();
    }
}
