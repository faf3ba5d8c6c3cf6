package dev.cadastre.change.host;

import dev.cadastre.change.script.AnswerWord;
import dev.cadastre.change.script.Payload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One command on a machine: what it is sent, how it becomes another account, and what it answers.
 * Used once. Thread-safe.
 */
final class Trip implements Shell.Dialogue {

    private static final int MOST_TOLD_BY_SUDO = 4 << 10;

    private final Handler handler;
    private final Elevation elevation;
    private final Sending sending;
    private final PromptFilter output;
    private final PromptFilter errors;
    private final RecordReader outputRecords;
    private final RecordReader errorRecords;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Shell.@Nullable Input input;
    private int prompts;
    private @Nullable Mode mode;
    private final Set<Boolean> closed = new HashSet<>();
    private boolean refused;
    private boolean gaveUp;

    /**
     * What is sent.
     *
     * @param first at once
     * @param then when it has become the other account, and after which nothing more comes; null
     *     for nothing
     * @param isOpen whether more is sent after what is first
     * @param becomes how it becomes another account; null until the machine says so
     */
    record Sending(Payload first, @Nullable Payload then, boolean isOpen, @Nullable Mode becomes) {

        /** All at once. */
        static Sending all(byte[] bytes, Mode becomes) {
            return all(Payload.ofOwn(bytes), becomes);
        }

        /** All at once. */
        static Sending all(Payload payload, Mode becomes) {
            return new Sending(payload, null, false, becomes);
        }

        /** Which may ask for passwords. */
        static Sending open(Payload program) {
            return new Sending(program, null, true, null);
        }

        /** In two parts. */
        static Sending parts(Payload first, Payload then, @Nullable Mode becomes) {
            return new Sending(first, then, true, becomes);
        }
    }

    /** Takes what is answered, one at a time. */
    interface Handler {

        /** A record, of standard error if it is not of standard output. */
        void record(boolean isError, String kind, String text);

        /** What is no record. */
        void text(boolean isError, byte[] bytes);
    }

    Trip(AnswerWord word, String prompt, Elevation elevation, Sending sending, Handler handler) {
        this.elevation = elevation;
        this.sending = sending;
        this.handler = handler;
        become(sending.becomes());
        outputRecords = new RecordReader(word.text(), sink(false));
        errorRecords = new RecordReader(word.text(), sink(true));
        output = new PromptFilter(prompt, outputRecords::read, () -> isPrompted(false));
        errors = new PromptFilter(prompt, errorRecords::read, () -> isPrompted(true));
    }

    private RecordReader.Sink sink(boolean isError) {
        return new RecordReader.Sink() {
            @Override
            public void record(String kind, String text) {
                recorded(isError, kind, text);
            }

            @Override
            public void text(byte[] bytes) {
                printed(isError, bytes);
            }
        };
    }

    /** Goes, and returns when all has been read that comes. */
    Shell.Ended go(Shell shell, String line, boolean onTerminal, Duration limit) {
        long reads = sending.isOpen() ? Shell.Call.UNKNOWN : sending.first().size();
        Shell.Ended ended = shell.execute(new Shell.Call(line, onTerminal, limit, reads, this));
        synchronized (this) {
            output.end();
            errors.end();
            outputRecords.end();
            errorRecords.end();
        }
        return ended;
    }

    @Override
    public synchronized void begun(Shell.Input begun) {
        input = begun;
        sending.first().forEachPart(begun::write);
        if (!sending.isOpen()) {
            begun.end();
        }
    }

    @Override
    public synchronized void output(byte[] bytes, int offset, int length) {
        output.read(bytes, offset, length);
    }

    @Override
    public synchronized void errors(byte[] bytes, int offset, int length) {
        errors.read(bytes, offset, length);
    }

    private void recorded(boolean isError, String kind, String text) {
        switch (kind) {
            case "account" -> become(Mode.of(text));
            case "elevated" -> elevated(isError);
            case "left" -> left();
            default -> {
                // Of the script, or of what was asked for.
            }
        }
        handler.record(isError, kind, text);
    }

    /** Until it is the other account, what is printed is sudo's. */
    private void become(@Nullable Mode as) {
        mode = as;
        prompts = 0;
        if (as == null || refused) {
            return;
        }
        closed.clear();
        told.reset();
        if (as == Mode.SAME) {
            sendRest();
        } else {
            closed.addAll(List.of(true, false));
        }
    }

    /** Said in both streams; on a terminal these are one. */
    private void elevated(boolean isError) {
        boolean isFirst = closed.remove(isError);
        if (isFirst && !isError) {
            if (mode == Mode.PASSWORD) {
                send("g\n");
            }
            sendRest();
        }
    }

    private void sendRest() {
        Shell.Input reads = input;
        if (reads != null && sending.then() != null) {
            sending.then().forEachPart(reads::write);
            reads.end();
        }
    }

    /** Whoever waits for the password of an account that sudo has given up waits for nothing. */
    private void left() {
        if (closed.contains(false)) {
            refused = true;
            send("x\n");
            if (input != null && sending.then() != null) {
                input.end();
            }
        }
    }

    private void printed(boolean isError, byte[] bytes) {
        if (!closed.contains(isError)) {
            handler.text(isError, bytes);
        } else if (told.size() < MOST_TOLD_BY_SUDO) {
            told.writeBytes(bytes);
        }
    }

    /** Only sudo asks, and only until it has made another account of this one. */
    private boolean isPrompted(boolean isError) {
        boolean asks = mode == Mode.PASSWORD && closed.contains(isError);
        if (asks) {
            prompted();
        }
        return asks;
    }

    private void prompted() {
        prompts++;
        elevation.answer(
                prompts == 1,
                password -> {
                    if (password == null) {
                        giveUp();
                    } else {
                        send("p" + password + "\n");
                    }
                });
    }

    private synchronized void giveUp() {
        gaveUp = true;
        send("x\n");
    }

    private synchronized void send(String line) {
        if (input != null) {
            input.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What is to be read has been; nothing that was left behind is waited for. */
    synchronized void letGo() {
        if (input != null) {
            input.letGo();
        }
    }

    /** Whether another account could not be become. */
    synchronized boolean isRefused() {
        return refused;
    }

    /** Whether that was for want of the right password. */
    synchronized boolean isWrong() {
        return gaveUp || toldBySudo().contains("incorrect password");
    }

    /** Whether nobody gives another password. */
    synchronized boolean isGivenUp() {
        return gaveUp;
    }

    /** What sudo said. */
    synchronized String toldBySudo() {
        return told.toString(StandardCharsets.UTF_8).strip();
    }
}
