package dev.cadastre.parcel.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer while it arrives. Unlike the JDK's own stream it ends a silence that is too
 * long. Read by one thread; closing it ends the connection if there is more.
 */
final class BodyStream extends InputStream implements HttpResponse.BodySubscriber<BodyStream> {

    /** How many parts may lie here while others are read. */
    private static final int AHEAD = 8;

    private final Duration silence;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
    private boolean ended;
    private volatile boolean closed;

    /** Something that arrived: bytes, or the end, with the error that it came by. */
    private record Part(List<ByteBuffer> bytes, boolean isEnd, Optional<Throwable> error) {}

    BodyStream(Duration silence) {
        this.silence = silence;
    }

    @Override
    public CompletionStage<BodyStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (!subscription.complete(given) || closed) {
            given.cancel();
        } else {
            given.request(AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        parts.add(new Part(bytes, false, Optional.empty()));
    }

    @Override
    public void onError(Throwable error) {
        parts.add(new Part(List.of(), true, Optional.of(error)));
    }

    @Override
    public void onComplete() {
        parts.add(new Part(List.of(), true, Optional.empty()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        ByteBuffer first = filled();
        int read = 0;
        while (first != null && read < most) {
            int some = Math.min(most - read, first.remaining());
            first.get(into, from + read, some);
            read += some;
            if (!first.hasRemaining()) {
                buffers.poll();
            }
            first = buffers.peek();
        }
        return read == 0 ? -1 : read;
    }

    /** The first buffer with something in it; null at the end. */
    private @Nullable ByteBuffer filled() throws IOException {
        while (buffers.isEmpty() && !ended) {
            Part part = next();
            if (part.isEnd()) {
                end(part);
            } else {
                part.bytes().stream().filter(ByteBuffer::hasRemaining).forEach(buffers::add);
                subscription.join().request(1);
            }
        }
        return buffers.peek();
    }

    private Part next() throws IOException {
        try {
            Part part = parts.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
            if (part == null) {
                close();
                throw new HttpTimeoutException("nothing came for " + silence.toSeconds() + " s");
            }
            return part;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private void end(Part part) throws IOException {
        ended = true;
        if (part.error().isPresent()) {
            throw new IOException("the answer was cut off", part.error().get());
        }
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            closed = true;
            buffers.clear();
            Flow.Subscription given = subscription.getNow(null);
            if (given != null) {
                given.cancel();
            }
        }
    }
}
