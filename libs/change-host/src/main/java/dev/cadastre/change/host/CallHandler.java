package dev.cadastre.change.host;

import dev.cadastre.change.script.AnswerWord;
import dev.cadastre.change.script.ScriptAnswer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What comes of a call of a script: what it prints, at once, and what it answers. */
final class CallHandler implements Trip.Handler {

    private final AnswerWord word;
    private final Printed printed;
    private final TextStream output;
    private final TextStream errors;
    private final CompletableFuture<String> session = new CompletableFuture<>();
    private final Runnable ended;
    private @Nullable String refused;
    private @Nullable String outcome;
    private boolean isCalled;

    /**
     * Nothing yet.
     *
     * @param shown gets what is printed
     * @param ended told when all has come that counts
     */
    CallHandler(AnswerWord word, Consumer<String> shown, Runnable ended) {
        this(word, new Printed(new ByteRoom(Printed.OF_TRIP)), shown, ended);
    }

    private CallHandler(AnswerWord word, Printed printed, Consumer<String> shown, Runnable ended) {
        this.word = word;
        this.printed = printed;
        this.output = new TextStream(shown);
        this.errors = new TextStream(shown);
        this.ended = ended;
    }

    /** What a host has kept of a call that is over. */
    static CallHandler ofTrace(AnswerWord word, Printed kept) {
        CallHandler handler = new CallHandler(word, text -> {}, () -> {});
        for (boolean isError : new boolean[] {false, true}) {
            RecordReader reader = handler.reader(isError);
            byte[] bytes = isError ? kept.errors() : kept.output();
            reader.read(bytes, 0, bytes.length);
            reader.end();
        }
        return handler;
    }

    private RecordReader reader(boolean isError) {
        return new RecordReader(
                word.text(),
                new RecordReader.Sink() {
                    @Override
                    public void record(String kind, String text) {
                        CallHandler.this.record(isError, kind, text);
                    }

                    @Override
                    public void text(byte[] bytes) {
                        CallHandler.this.text(isError, bytes);
                    }
                });
    }

    @Override
    public void record(boolean isError, String kind, String text) {
        switch (kind) {
            case "called" -> isCalled = true;
            case "session" -> session.complete(text);
            case "refused" -> refused = text;
            case "outcome" -> outcome(text);
            default -> {
                if (!isError) {
                    String line = "\n@" + word.text() + " " + kind + " " + text + "\n";
                    printed.add(false, line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** It is said in both streams, after all that belongs to the call. */
    private void outcome(String text) {
        if (outcome == null) {
            outcome = text;
        } else {
            ended.run();
        }
    }

    @Override
    public void text(boolean isError, byte[] bytes) {
        printed.add(isError, bytes);
        (isError ? errors : output).add(bytes);
    }

    /** No more comes. */
    void end() {
        output.end();
        errors.end();
    }

    /** What was printed to standard error. */
    String errors() {
        return new String(printed.errors(), StandardCharsets.UTF_8);
    }

    /** The session that it runs in, when that is known. */
    CompletableFuture<String> session() {
        return session;
    }

    /** Whether the host has begun with it. */
    boolean isCalled() {
        return isCalled;
    }

    /** A code, a blank and a reason; null if it was not refused before it was called. */
    @Nullable String refused() {
        return refused;
    }

    /** How its session ended; null if it is not known to have ended. */
    @Nullable String outcome() {
        return outcome;
    }

    /** What it said. */
    ScriptAnswer answer() {
        return CallAnswer.of(
                word, printed.output(), printed.errors(), outcome == null ? "" : outcome);
    }
}
