package org.sheliak.bridge.widget;

/// Evaluates what one chart asks.
public interface ChartEvaluator extends AutoCloseable {
    /// Answers a `Request` with a `Response`, both as protobuf. Called by one thread at a time.
    byte[] respond(byte[] request);

    /// Ends the request that is being answered, from any thread; without one it does nothing.
    void cancel();

    @Override
    void close();
}
