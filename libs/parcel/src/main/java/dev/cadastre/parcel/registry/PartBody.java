package dev.cadastre.parcel.registry;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The next bytes of a stream as the body of one request. Unlike the JDK's own it has a length,
 * reads much at once, and tells what went wrong with the stream.
 */
final class PartBody implements HttpRequest.BodyPublisher {

    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final long length;
    private volatile @Nullable IOException failure;

    PartBody(InputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    @Override
    public long contentLength() {
        return length;
    }

    /** Why the stream could not be read; empty if it could. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Delivery(subscriber));
    }

    /** Gives what is asked for; whoever asks while it does so is served by the same loop. */
    private final class Delivery implements Flow.Subscription {

        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private long wanted;
        private boolean busy;
        private boolean done;
        private long left = length;

        Delivery(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long more) {
            synchronized (this) {
                wanted += more;
                if (busy) {
                    return;
                }
                busy = true;
            }
            while (isWanted()) {
                give();
            }
        }

        private synchronized boolean isWanted() {
            busy = wanted > 0 && !done;
            wanted -= busy ? 1 : 0;
            return busy;
        }

        private void give() {
            try {
                byte[] some = in.readNBytes((int) Math.min(BUFFER, left));
                if (some.length == 0 && left > 0) {
                    throw new EOFException("a blob ends before its size");
                }
                left -= some.length;
                if (some.length > 0) {
                    subscriber.onNext(ByteBuffer.wrap(some));
                }
                if (left == 0) {
                    end();
                    subscriber.onComplete();
                }
            } catch (IOException e) {
                failure = e;
                end();
                subscriber.onError(e);
            }
        }

        private synchronized void end() {
            done = true;
        }

        @Override
        public void cancel() {
            end();
        }
    }
}
