package org.sheliak.bridge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sheliak.bridge.protocol.Header;
import org.sheliak.bridge.protocol.Json;
import org.sheliak.bridge.protocol.Message;
import org.sheliak.bridge.protocol.MessageCodec;
import org.sheliak.bridge.protocol.MessageSigner;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

class KernelSocketsTest {
    private static final int TIMEOUT_MILLIS = 5000;

    private final MessageCodec codec = new MessageCodec(new MessageSigner("hmac-sha256", "key"));

    /// Jupyter interrupts the thread of a cell, which may be printing.
    @Test
    @Timeout(60)
    void send_fromAnInterruptedThread_leavesTheSocketsOpen() throws Exception {
        ConnectionFile connection = connection();
        KernelSockets sockets = new KernelSockets(connection, codec);
        Thread loop = Thread.ofPlatform().start(() -> sockets.run((channel, message) -> {}));
        try (ZContext context = new ZContext()) {
            ZMQ.Socket subscriber = context.createSocket(SocketType.SUB);
            subscriber.setReceiveTimeOut(TIMEOUT_MILLIS);
            subscriber.connect(connection.address(connection.iopubPort()));
            subscriber.subscribe("");
            subscribed(sockets, subscriber);
            AtomicBoolean staysInterrupted = new AtomicBoolean();
            Thread cell = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                sockets.send(Channel.IOPUB, message("interrupted"));
                staysInterrupted.set(Thread.currentThread().isInterrupted());
            });
            cell.join();
            sockets.send(Channel.IOPUB, message("later"));
            assertThat(received(subscriber)).isEqualTo("interrupted");
            assertThat(received(subscriber)).isEqualTo("later");
            assertThat(staysInterrupted).isTrue();
        } finally {
            sockets.close();
            loop.join();
        }
    }

    /// Sends until the subscription has arrived, and receives all of it.
    private void subscribed(KernelSockets sockets, ZMQ.Socket subscriber) throws InterruptedException {
        while ((subscriber.getEvents() & ZMQ.Poller.POLLIN) == 0) {
            sockets.send(Channel.IOPUB, message("first"));
            Thread.sleep(10);
        }
        sockets.send(Channel.IOPUB, message("last"));
        String type = received(subscriber);
        while (!type.equals("last")) {
            type = received(subscriber);
        }
    }

    private String received(ZMQ.Socket subscriber) {
        List<byte[]> frames = new ArrayList<>();
        do {
            byte[] frame = subscriber.recv();
            assertThat(frame).as("a message within %s ms", TIMEOUT_MILLIS).isNotNull();
            frames.add(frame);
        } while (subscriber.hasReceiveMore());
        return codec.decode(frames).header().msgType();
    }

    private static Message message(String type) {
        return new Message(List.of(), Header.of(type, "kernel"), null, Json.object(), Json.object(), List.of());
    }

    private static ConnectionFile connection() throws IOException {
        List<ServerSocket> free = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            free.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        List<Integer> ports = free.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : free) {
            socket.close();
        }
        return new ConnectionFile(
                "tcp",
                "127.0.0.1",
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                "hmac-sha256",
                "key");
    }
}
