package dev.cadastre.acceptance.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal that forgets nothing: what would scroll out above stays, and lines are counted from
 * the first one on. It knows what programs here print: lines that go on below or are cut off,
 * carriage returns, tabs, colours, and the end of a line being erased. What else is a control
 * sequence is left out. Not thread-safe.
 */
final class Screen {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\u001b\\[(?<numbers>[0-9;?]*)(?<order>[A-Za-z])"
                            + "|\u001b\\][^\u0007\u001b]*(\u0007|\u001b\\\\)"
                            + "|\u001b."
                            + "|[\\x00-\\x1f\\x7f]"
                            + "|(?<text>[^\\x00-\\x1f\\x7f]+)");
    private static final Pattern WORDS = Pattern.compile("[^ ]+( [^ ]+)*");
    private static final int TAB = 8;

    private final int columns;
    private final List<Line> lines = new ArrayList<>();
    private final TreeSet<Integer> changed = new TreeSet<>();
    private int row;
    private int column;
    private boolean wraps = true;
    private Style style = Style.PLAIN;

    Screen(int columns) {
        this.columns = columns;
    }

    private static final class Line {
        private final int[] characters;
        private final Style[] styles;

        Line(int columns) {
            characters = new int[columns];
            styles = new Style[columns];
            erase(0);
        }

        private void erase(int from) {
            Arrays.fill(characters, from, characters.length, ' ');
            Arrays.fill(styles, from, styles.length, Style.PLAIN);
        }
    }

    /** Takes what the terminal is told, and returns the numbers of the lines that it changed. */
    List<Integer> take(String text) {
        changed.clear();
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            String order = tokens.group("order");
            if (order != null) {
                obey(order, tokens.group("numbers"));
            } else if (tokens.group("text") != null) {
                tokens.group("text").codePoints().forEach(this::put);
            } else {
                control(tokens.group().charAt(0));
            }
        }
        return List.copyOf(changed);
    }

    /** The line that comes next to be written in. */
    int row() {
        return row;
    }

    private void control(char character) {
        switch (character) {
            case '\n' -> row++;
            case '\r' -> column = 0;
            case '\b' -> column = Math.max(0, Math.min(column, columns) - 1);
            case '\t' -> column = Math.min(columns - 1, (column / TAB + 1) * TAB);
            default -> {}
        }
    }

    private void obey(String order, String numbers) {
        switch (order) {
            case "m" -> {
                for (String code : numbers.split(";", -1)) {
                    style = style.after(code.isEmpty() ? 0 : number(code));
                }
            }
            case "K" -> {
                line(row).erase(Math.min(column, columns));
                changed.add(row);
            }
            case "h", "l" -> wraps = numbers.equals("?7") ? order.equals("h") : wraps;
            default -> {}
        }
    }

    private static int number(String code) {
        return code.length() < 4 && code.chars().allMatch(Character::isDigit)
                ? Integer.parseInt(code)
                : -1;
    }

    /** As terminals do, the next line is begun only when there is something to be put there. */
    private void put(int character) {
        if (column == columns && !wraps) {
            return;
        }
        if (column == columns) {
            row++;
            column = 0;
        }
        Line line = line(row);
        line.characters[column] = character;
        line.styles[column] = style;
        changed.add(row);
        column++;
    }

    private Line line(int number) {
        while (lines.size() <= number) {
            lines.add(new Line(columns));
        }
        return lines.get(number);
    }

    /** What is to be seen of a line: neither blanks at its end nor more than one within a run. */
    List<Run> runs(int number) {
        Line line = line(number);
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= columns; at++) {
            if (at == columns || !line.styles[at].equals(line.styles[from])) {
                Style style = line.styles[from];
                int first = from;
                WORDS.matcher(new String(line.characters, from, at - from))
                        .results()
                        .map(words -> new Run(first + words.start(), words.group(), style))
                        .forEach(runs::add);
                from = at;
            }
        }
        return runs;
    }
}
