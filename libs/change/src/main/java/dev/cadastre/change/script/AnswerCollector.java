package dev.cadastre.change.script;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects an answer line by line. */
final class AnswerCollector {

    /** What an honest script says is far below; the rest is left out. */
    private static final int MOST_RECORDS = 20_000;

    private static final int MOST_CHARACTERS = 4 << 20;
    private static final int MOST_OF_REASON = 4 << 10;
    private static final int MOST_OF_WORD = 200;

    private final String prefix;
    private final List<String> wishes = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final List<String> lacks = new ArrayList<>();
    private final Map<String, String> before = new LinkedHashMap<>();
    private final StringBuilder output = new StringBuilder();
    private String basis = "";
    private String fine = "";
    private @Nullable String end;
    private boolean emptyLine;
    private int records;
    private int characters;

    AnswerCollector(String prefix) {
        this.prefix = prefix;
    }

    /** Takes a line without its end. A terminal on the way adds carriage returns. */
    void line(String line) {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (text.startsWith(prefix)) {
            emptyLine = false;
            record(text.substring(prefix.length()));
            return;
        }
        passEmptyLine();
        if (text.isEmpty()) {
            emptyLine = true;
        } else {
            output.append(text).append('\n');
        }
    }

    /** Takes what is nothing but output. */
    void output(String text) {
        passEmptyLine();
        output.append(text);
    }

    /** Each record is printed with an empty line before it, which is none of the output. */
    private void passEmptyLine() {
        if (emptyLine) {
            output.append('\n');
            emptyLine = false;
        }
    }

    private void record(String record) {
        int blank = record.indexOf(' ');
        if (blank < 0) {
            return;
        }
        String kind = record.substring(0, blank);
        String text = SpelledText.read(record.substring(blank + 1));
        if (kind.equals("end")) {
            end = end == null ? text : end;
            return;
        }
        records++;
        characters += text.length();
        if (records <= MOST_RECORDS && characters <= MOST_CHARACTERS) {
            told(kind, text);
        }
    }

    private void told(String kind, String text) {
        switch (kind) {
            case "basis" -> basis = word(text);
            case "fine" -> fine = text;
            case "wish" -> wishes.add(OutputText.cleaned(text));
            case "difference" -> differences.add(OutputText.cleaned(text));
            case "lack" -> lacks.add(text);
            case "was" -> was(text, false);
            case "bytes" -> was(text, true);
            default -> {
                // A newer prelude may say more; what is not understood changes no decision.
            }
        }
    }

    private void was(String text, boolean hexadecimal) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return;
        }
        String value = text.substring(blank + 1);
        try {
            before.put(
                    text.substring(0, blank),
                    hexadecimal
                            ? Base64.getEncoder().encodeToString(HexFormat.of().parseHex(value))
                            : value);
        } catch (IllegalArgumentException e) {
            // Cut off: what is not whole must not be brought back.
            before.remove(text.substring(0, blank));
        }
    }

    ScriptAnswer answer(int exit) {
        String[] words = end == null ? new String[0] : end.split(" ", 3);
        ScriptAnswer.Kind kind = words.length < 3 ? ScriptAnswer.Kind.BROKEN : kind(words[0]);
        boolean broken = kind == ScriptAnswer.Kind.BROKEN;
        return new ScriptAnswer(
                kind,
                broken ? "no-answer" : word(words[1]),
                broken ? noAnswer(exit) : reason(words[2]),
                basis,
                wishes,
                differences,
                lacks,
                before,
                OutputText.bounded(OutputText.cleaned(output)));
    }

    private String reason(String said) {
        String reason = OutputText.cleaned(said.isEmpty() ? fine : said);
        return reason.length() <= MOST_OF_REASON
                ? reason
                : reason.substring(0, MOST_OF_REASON - 1) + "…";
    }

    private static String word(String said) {
        return said.length() <= MOST_OF_WORD ? said : said.substring(0, MOST_OF_WORD);
    }

    private static String noAnswer(int exit) {
        return "The script ended with status "
                + exit
                + " before it had answered, so that it is not known what it did";
    }

    private static ScriptAnswer.Kind kind(String word) {
        return switch (word) {
            case "unchanged" -> ScriptAnswer.Kind.UNCHANGED;
            case "would-change" -> ScriptAnswer.Kind.WOULD_CHANGE;
            case "changed" -> ScriptAnswer.Kind.CHANGED;
            case "stale" -> ScriptAnswer.Kind.STALE;
            case "refused" -> ScriptAnswer.Kind.REFUSED;
            case "failed" -> ScriptAnswer.Kind.FAILED;
            default -> ScriptAnswer.Kind.BROKEN;
        };
    }
}
