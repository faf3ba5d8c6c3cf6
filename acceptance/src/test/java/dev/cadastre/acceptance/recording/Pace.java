package dev.cadastre.acceptance.recording;

import dev.cadastre.acceptance.recording.Cast.Event;
import dev.cadastre.acceptance.recording.Cast.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays scenes at the pace of somebody who reads along, whatever time they took: a line is typed a
 * character at a time, and who has to read more is given more time. The same scenes always come to
 * the same times.
 */
public final class Pace {

    /** Clears the screen, and has it cut off lines that are too long: they are those of tables. */
    private static final String CLEAR = "\u001b[?7l\u001b[H\u001b[2J\u001b[3J";

    private static final String COMMAND = "\u001b[1m";
    private static final String COMMENT = "\u001b[1;36m";
    private static final String TYPED = "\u001b[0m\r\n";
    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+$");

    private static final double BEFORE_TYPING = 0.35;
    private static final double CHARACTER = 0.032;
    private static final double BEFORE_ANSWER = 0.3;
    private static final double LINES_AT_ONCE = 0.12;
    private static final int AT_ONCE = 4;

    /** How long one reads: what is the same for any answer, and for each of its lines. */
    private static final double READING = 1;

    private static final double READING_LINE = 0.22;
    private static final int MOST_LINES = 24;

    private final int columns;
    private final int rows;
    private final List<Event> events = new ArrayList<>();
    private final double patience;
    private double now;

    private Pace(int columns, int rows, double patience) {
        this.columns = columns;
        this.rows = rows;
        this.patience = patience;
    }

    /** A recording of the scenes that takes that many seconds, if one can read in that time. */
    public static Cast record(
            int columns, int rows, String title, List<Scene> scenes, double seconds) {
        double busy = play(columns, rows, title, scenes, 0).seconds();
        double reading = play(columns, rows, title, scenes, 1).seconds() - busy;
        double patience = Math.clamp((seconds - busy) / reading, 0.5, 2);
        return play(columns, rows, title, scenes, patience);
    }

    /** The lines that are typed in a recording that this has made. */
    public static List<String> typed(Cast cast) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = null;
        for (Event event : cast.events()) {
            switch (event.text()) {
                case COMMAND, COMMENT -> line = new StringBuilder();
                case TYPED -> {
                    lines.add(String.valueOf(line));
                    line = null;
                }
                default -> {
                    if (line != null) {
                        line.append(event.text());
                    }
                }
            }
        }
        return lines;
    }

    private static Cast play(
            int columns, int rows, String title, List<Scene> scenes, double patience) {
        Pace pace = new Pace(columns, rows, patience);
        scenes.forEach(pace::scene);
        // The end of the recording is the end of the last look at it.
        pace.say("");
        return new Cast(pace.columns, pace.rows, title, pace.events);
    }

    private void scene(Scene scene) {
        events.add(new Event(now, Kind.MARKER, scene.title()));
        String clear = CLEAR;
        for (Exchange exchange : scene.exchanges()) {
            say(clear + exchange.prompt());
            clear = "";
            type(exchange);
            answer(exchange);
        }
    }

    private void type(Exchange exchange) {
        boolean isComment = exchange.typed().startsWith("#");
        now += BEFORE_TYPING;
        say(isComment ? COMMENT : COMMAND);
        exchange.typed()
                .codePoints()
                .forEach(character -> {
                    say(Character.toString(character));
                    now += CHARACTER;
                });
        say(TYPED);
        now += isComment ? patience * READING : BEFORE_ANSWER;
    }

    private void answer(Exchange exchange) {
        Matcher lines = LINE.matcher(exchange.printed());
        StringBuilder some = new StringBuilder();
        int count = 0;
        while (lines.find()) {
            some.append(lines.group());
            count++;
            if (count % AT_ONCE == 0) {
                say(some.toString());
                some.setLength(0);
                now += LINES_AT_ONCE;
            }
        }
        if (!some.isEmpty()) {
            say(some.toString());
        }
        if (count > 0) {
            now += patience * (READING + READING_LINE * Math.min(count, MOST_LINES));
        }
    }

    private void say(String text) {
        events.add(new Event(now, Kind.OUTPUT, text));
    }
}
