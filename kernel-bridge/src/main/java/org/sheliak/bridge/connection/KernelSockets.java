package org.sheliak.bridge.connection;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sheliak.bridge.protocol.Message;
import org.sheliak.bridge.protocol.MessageCodec;
import org.sheliak.planner.error.SheliakException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// The five sockets of a kernel. One thread, the one that calls [#run], touches them; every other thread
/// leaves its messages in a queue and wakes that thread through a pipe. (An inproc socket would do, too, but costs
/// more: JeroMQ's threads wake each other before they count what they have sent. Where there are few cores, a thread
/// that is woken takes its waker's core, and then asks again and again for what is not counted yet. So all that touch
/// sockets wait for a free core.)
///
/// No high-water mark: a message that Jupyter waits for is never dropped.
public final class KernelSockets implements MessageSender {
    private static final Logger LOG = LoggerFactory.getLogger(KernelSockets.class);
    private static final int LINGER_MILLIS = 1000;

    private record Outgoing(Channel channel, List<byte[]> frames) {}

    private final ZContext context = new ZContext();
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final ZMQ.Socket heartbeat;
    private final Pipe wake;
    private final MessageCodec codec;
    private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean wakePending = new AtomicBoolean();
    private volatile boolean closing;

    /// Binds the sockets.
    public KernelSockets(ConnectionFile connection, MessageCodec codec) {
        this.codec = codec;
        context.setThreadFactor(KernelSockets::socketThread);
        sockets.put(Channel.SHELL, bind(SocketType.ROUTER, connection.address(connection.shellPort())));
        sockets.put(Channel.CONTROL, bind(SocketType.ROUTER, connection.address(connection.controlPort())));
        sockets.put(Channel.STDIN, bind(SocketType.ROUTER, connection.address(connection.stdinPort())));
        sockets.put(Channel.IOPUB, bind(SocketType.PUB, connection.address(connection.iopubPort())));
        heartbeat = bind(SocketType.REP, connection.address(connection.hbPort()));
        wake = pipe();
    }

    /// One of the threads of JeroMQ.
    private static Thread socketThread(Runnable work, String name) {
        return Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            Scheduling.waitForFreeCore();
            work.run();
        });
    }

    /// A pipe that does not block: one that does is closed by a thread that is interrupted while it writes.
    private static Pipe pipe() {
        try {
            Pipe pipe = Pipe.open();
            pipe.source().configureBlocking(false);
            pipe.sink().configureBlocking(false);
            return pipe;
        } catch (IOException noDescriptors) {
            throw new UncheckedIOException(noDescriptors);
        }
    }

    @Override
    public void send(Channel channel, Message message) {
        outgoing.add(new Outgoing(channel, codec.encode(message)));
        wake();
    }

    /// Ends [#run] once everything that was sent until now has left.
    public void close() {
        closing = true;
        wake();
    }

    /// Moves messages until [#close].
    public void run(MessageReceiver receiver) {
        Scheduling.waitForFreeCore();
        try (ZMQ.Poller poller = context.createPoller(5)) {
            int control = poller.register(sockets.get(Channel.CONTROL), ZMQ.Poller.POLLIN);
            int shell = poller.register(sockets.get(Channel.SHELL), ZMQ.Poller.POLLIN);
            int stdin = poller.register(sockets.get(Channel.STDIN), ZMQ.Poller.POLLIN);
            int beat = poller.register(heartbeat, ZMQ.Poller.POLLIN);
            poller.register(wake.source(), ZMQ.Poller.POLLIN);
            while (!closing) {
                poller.poll();
                flush();
                if (poller.pollin(beat)) {
                    heartbeat.send(heartbeat.recv());
                }
                receiveIf(poller.pollin(control), Channel.CONTROL, receiver);
                receiveIf(poller.pollin(stdin), Channel.STDIN, receiver);
                receiveIf(poller.pollin(shell), Channel.SHELL, receiver);
            }
            flush();
        } finally {
            context.close();
            close(wake.source());
            close(wake.sink());
        }
    }

    private static void close(Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            LOG.debug("A pipe was not closed", e);
        }
    }

    private void wake() {
        if (wakePending.compareAndSet(false, true)) {
            try {
                wake.sink().write(ByteBuffer.allocate(1));
            } catch (IOException closed) {
                LOG.debug("The sockets are closed already", closed);
            }
        }
    }

    private void flush() {
        try {
            if (wake.source().read(ByteBuffer.allocate(1)) < 0) {
                throw new IllegalStateException("the pipe that wakes this thread was closed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        wakePending.set(false);
        for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
            ZMQ.Socket socket = socket(next.channel());
            int last = next.frames().size() - 1;
            for (int i = 0; i <= last; i++) {
                socket.send(next.frames().get(i), i < last ? ZMQ.SNDMORE : 0);
            }
        }
    }

    private void receiveIf(boolean readable, Channel channel, MessageReceiver receiver) {
        if (!readable) {
            return;
        }
        List<byte[]> frames = frames(socket(channel));
        try {
            receiver.receive(channel, codec.decode(frames));
        } catch (SheliakException e) {
            LOG.warn("Dropped on {}: {}", channel, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Failed on " + channel, e);
        }
    }

    private static List<byte[]> frames(ZMQ.Socket socket) {
        List<byte[]> frames = new ArrayList<>();
        do {
            byte @Nullable [] frame = socket.recv();
            if (frame == null) {
                break;
            }
            frames.add(frame);
        } while (socket.hasReceiveMore());
        return frames;
    }

    private ZMQ.Socket socket(Channel channel) {
        ZMQ.Socket socket = sockets.get(channel);
        if (socket == null) {
            throw new IllegalStateException("no socket for " + channel);
        }
        return socket;
    }

    private ZMQ.Socket bind(SocketType type, String address) {
        ZMQ.Socket socket = socket(type);
        socket.bind(address);
        return socket;
    }

    private ZMQ.Socket socket(SocketType type) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setRcvHWM(0);
        socket.setSndHWM(0);
        socket.setLinger(LINGER_MILLIS);
        if (type == SocketType.ROUTER) {
            socket.setRouterHandover(true);
        }
        return socket;
    }
}
