package dev.cadastre.ssh;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Sends a command what it reads, one piece after the other, as fast as it reads. Thread-safe. */
final class InputQueue {
    private final IoOutputStream stream;
    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private boolean writing;
    private boolean ended;

    InputQueue(IoOutputStream stream) {
        this.stream = stream;
    }

    void write(byte[] bytes) {
        synchronized (this) {
            if (ended || bytes.length == 0) {
                return;
            }
            pieces.add(bytes);
        }
        next();
    }

    void end() {
        synchronized (this) {
            ended = true;
        }
        next();
    }

    private void next() {
        byte[] piece;
        synchronized (this) {
            if (writing || (pieces.isEmpty() && !ended)) {
                return;
            }
            piece = pieces.poll();
            writing = true;
        }
        if (piece == null) {
            stream.close(false);
            return;
        }
        try {
            stream.writeBuffer(new ByteArrayBuffer(piece)).addListener(written -> written());
        } catch (IOException e) {
            // The command is over, or the connection is; its result says which.
            stream.close(true);
        }
    }

    private void written() {
        synchronized (this) {
            writing = false;
        }
        next();
    }
}
