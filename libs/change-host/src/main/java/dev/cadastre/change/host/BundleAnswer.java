package dev.cadastre.change.host;

import dev.cadastre.change.run.Lock;
import dev.cadastre.change.run.Trace;
import dev.cadastre.change.script.AnswerReader;
import dev.cadastre.change.script.AnswerWord;
import dev.cadastre.change.script.ScriptAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a host says as a bundle is opened, looked at or released. It comes from the host, and may be
 * anything.
 */
final class BundleAnswer implements Trip.Handler {

    private static final int MOST_STRAY = 500;
    private static final int MOST_TRACES = 10_000;
    private static final int MOST_ACCOUNTS = 1000;
    private static final int NO_STATUS = 255;

    private final Map<Integer, AnswerWord> looks;
    private final Runnable locked;
    private final Map<Integer, Printed> printed = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new HashMap<>();
    private final Map<Integer, Trace> traces = new HashMap<>();
    private final Map<String, Mode> modes = new HashMap<>();
    private final LockText lock = new LockText();
    private final ByteRoom room = new ByteRoom(Printed.OF_TRIP);
    private final BoundedBytes stray =
            new BoundedBytes(MOST_STRAY, MOST_STRAY, new ByteRoom(2 * MOST_STRAY));
    private @Nullable Printed outputOf;
    private @Nullable Printed errorsOf;
    private @Nullable Called called;
    private @Nullable String blocked;
    private @Nullable String refused;
    private @Nullable String done;
    private boolean isLate;

    /** An earlier call, of which is being told. */
    private static final class Called {
        final int number;
        final AnswerWord word;
        final Printed printed;
        boolean isOutputTold;

        Called(int number, AnswerWord word, ByteRoom room) {
            this.number = number;
            this.word = word;
            this.printed = new Printed(room);
        }
    }

    /**
     * Nothing yet.
     *
     * @param looks the words of the looks, by the scripts' numbers
     * @param locked called when the lock is had
     */
    BundleAnswer(Map<Integer, AnswerWord> looks, Runnable locked) {
        this.looks = looks;
        this.locked = locked;
    }

    @Override
    public void record(boolean isError, String kind, String text) {
        switch (kind) {
            case "begin" -> begin(isError, number(text));
            case "end" -> end(isError, text);
            case "locked" -> locked.run();
            case "lock" -> lock.add(text);
            case "blocked" -> blocked = text;
            case "refused" -> refused = refused == null ? text : refused;
            case "account" -> account(text);
            case "missing" -> account(Mode.MISSING.word() + " " + text);
            case "trace" -> trace(text.split(" ", 3));
            case "printed" -> {
                if (called != null) {
                    called.isOutputTold = true;
                }
            }
            case "told" -> told();
            case "done" -> done = text;
            case "outcome" -> isLate |= text.equals("late");
            default -> {
                // What is not known changes no decision.
            }
        }
    }

    private void begin(boolean isError, int number) {
        Printed section =
                looks.containsKey(number)
                        ? printed.computeIfAbsent(number, key -> new Printed(room))
                        : null;
        if (isError) {
            errorsOf = section;
        } else {
            outputOf = section;
        }
    }

    private void end(boolean isError, String text) {
        int blank = text.indexOf(' ');
        if (blank > 0) {
            statuses.put(number(text.substring(0, blank)), number(text.substring(blank + 1)));
        }
        begin(isError, NO_STATUS * NO_STATUS);
    }

    private void account(String text) {
        Mode mode = Mode.of(text);
        if (mode != null && modes.size() < MOST_ACCOUNTS) {
            modes.put(text.substring(text.indexOf(' ') + 1), mode);
        }
    }

    private void trace(String[] words) {
        if (words.length < 2 || traces.size() >= MOST_TRACES) {
            return;
        }
        int number = number(words[0]);
        switch (words[1]) {
            case "never" -> traces.put(number, new Trace.NeverBegun());
            case "running" -> traces.put(number, new Trace.Running());
            default -> {
                if (words.length == 3 && words[2].matches("[0-9a-f]{16,64}")) {
                    called = new Called(number, new AnswerWord(words[2]), room);
                }
            }
        }
    }

    private void told() {
        if (called != null) {
            traces.put(called.number, new Trace.Answered(answer(called)));
        }
        called = null;
    }

    private static ScriptAnswer answer(Called called) {
        CallHandler call = CallHandler.ofTrace(called.word, called.printed);
        return call.answer();
    }

    @Override
    public void text(boolean isError, byte[] bytes) {
        Called call = called;
        Printed section = isError ? errorsOf : outputOf;
        if (call != null && !isError) {
            call.printed.add(call.isOutputTold, bytes);
        } else if (section != null) {
            section.add(isError, bytes);
        } else {
            stray.add(bytes, 0, bytes.length);
        }
    }

    /** What was printed by whatever else, such as the login shell. */
    String stray() {
        return new String(stray.bytes(), StandardCharsets.UTF_8);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }

    /** What the looks said that came to an end. */
    Map<Integer, ScriptAnswer> answers() {
        Map<Integer, ScriptAnswer> answers = new TreeMap<>();
        looks.forEach((number, word) -> {
            Printed said = printed.get(number);
            if (said != null) {
                int status = statuses.getOrDefault(number, NO_STATUS);
                answers.put(number, AnswerReader.read(word, said.output(), said.errors(), status));
            }
        });
        return answers;
    }

    /** Of scripts that were called before. */
    Map<Integer, Trace> traces() {
        return traces;
    }

    /** How accounts are become. */
    Map<String, Mode> modes() {
        return modes;
    }

    /** The directory that somebody else has; null if nobody has. */
    @Nullable String blocked() {
        return blocked;
    }

    /** A code, a blank and a reason; null if nothing was refused. */
    @Nullable String refused() {
        return refused;
    }

    /** Whether the host has ended it, or a part of it, since it took too long. */
    boolean isLate() {
        return isLate;
    }

    /** What it came to in the end; null if it did not. */
    @Nullable String done() {
        return done;
    }

    /** What the lock says; null if that is nothing. */
    @Nullable Lock lock() {
        return lock.lock();
    }
}
