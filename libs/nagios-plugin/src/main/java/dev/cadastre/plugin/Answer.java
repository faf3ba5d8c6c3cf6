package dev.cadastre.plugin;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a worker tells its launcher. It runs with the rights of plug-ins and may be in their hands,
 * so that nothing of it is trusted but for what a plug-in's run came to.
 */
sealed interface Answer {
    /** More than any answer is long without the output that it holds. */
    int LONGEST_BESIDE_OUTPUT = 64 * 1024;

    /** Characters of a sentence, behind which it is cut. */
    int LONGEST_SENTENCE = 8 * 1024;

    /** It has the rights that it is to have, and no others, and takes orders. */
    record Ready() implements Answer {}

    /** It does not have them, and ends. */
    record Refused(String why) implements Answer {}

    /** A run is at its end. */
    record Done(long id, Outcome outcome) implements Answer {}

    /** All of a group that it started is to be ended, which it could not do itself. */
    record End(int group) implements Answer {}

    /** It listens. */
    record Pong() implements Answer {}

    /** How long an answer may be to a command that keeps so much. A bad byte takes up to three. */
    static long longest(int outputLimit) {
        return LONGEST_BESIDE_OUTPUT + 2 * 3L * outputLimit;
    }

    /** The whole frame. */
    default byte[] frame() {
        return switch (this) {
            case Ready() -> new FrameWriter(0).frame();
            case Refused(String why) -> new FrameWriter(1).add(sentence(why)).frame();
            case Done(long id, Outcome outcome) -> done(id, outcome);
            case End(int group) -> new FrameWriter(3).addInt(group).frame();
            case Pong() -> new FrameWriter(4).frame();
        };
    }

    private static byte[] done(long id, Outcome outcome) {
        FrameWriter writer = new FrameWriter(2).addLong(id);
        add(writer, outcome.ending());
        add(writer, outcome.output());
        add(writer, outcome.errors());
        return writer.add(outcome.leftBehind()).add(outcome.taken()).frame();
    }

    private static void add(FrameWriter writer, Ending ending) {
        switch (ending) {
            case Ending.Exited(int code) -> writer.add(0).add(code);
            case Ending.Signalled(int signal) -> writer.add(1).add(signal);
            case Ending.TimedOut(Duration limit) -> writer.add(2).add(limit);
            case Ending.Cancelled() -> writer.add(3);
            case Ending.NotStarted(Ending.Reason reason, String detail) ->
                    writer.add(4).add(reason.name()).add(sentence(detail));
            case Ending.Lost(String detail) -> writer.add(5).add(sentence(detail));
        }
    }

    private static void add(FrameWriter writer, Captured captured) {
        writer.add(captured.text()).addLong(captured.dropped()).add(captured.wellFormed());
    }

    private static String sentence(String text) {
        return text.length() <= LONGEST_SENTENCE ? text : text.substring(0, LONGEST_SENTENCE);
    }

    /** Reads what {@link #frame} wrote, and nothing that it could not have written. */
    static Answer read(FrameReader frame) throws FrameException {
        int kind = frame.small();
        Answer answer =
                switch (kind) {
                    case 0 -> new Ready();
                    case 1 -> new Refused(readSentence(frame));
                    case 2 -> new Done(frame.longNumber(), outcome(frame));
                    case 3 -> new End(frame.number());
                    case 4 -> new Pong();
                    default -> throw new FrameException("an answer of kind " + kind);
                };
        frame.end();
        return answer;
    }

    private static Outcome outcome(FrameReader frame) throws FrameException {
        return new Outcome(
                ending(frame), captured(frame), captured(frame), frame.so(), frame.duration());
    }

    private static Ending ending(FrameReader frame) throws FrameException {
        int kind = frame.small();
        return switch (kind) {
            case 0 -> new Ending.Exited(frame.small());
            case 1 -> new Ending.Signalled(frame.small());
            case 2 -> new Ending.TimedOut(frame.duration());
            case 3 -> new Ending.Cancelled();
            case 4 -> new Ending.NotStarted(reason(frame), readSentence(frame));
            case 5 -> new Ending.Lost(readSentence(frame));
            default -> throw new FrameException("an ending of kind " + kind);
        };
    }

    private static Ending.Reason reason(FrameReader frame) throws FrameException {
        String name = frame.text();
        return Stream.of(Ending.Reason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FrameException("a reason " + Quoted.of(name)));
    }

    private static Captured captured(FrameReader frame) throws FrameException {
        String text = frame.text();
        long dropped = frame.longNumber();
        if (dropped < 0) {
            throw new FrameException(dropped + " bytes left out");
        }
        return new Captured(text, dropped, frame.so());
    }

    private static String readSentence(FrameReader frame) throws FrameException {
        String text = frame.text();
        if (text.length() > LONGEST_SENTENCE) {
            throw new FrameException("a sentence of " + text.length() + " characters");
        }
        return CleanText.of(text);
    }
}
