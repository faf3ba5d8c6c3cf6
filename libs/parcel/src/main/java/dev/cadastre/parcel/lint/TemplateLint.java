package dev.cadastre.parcel.lint;

import dev.cadastre.change.operation.MustacheRendering;
import dev.cadastre.ini.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a template of a parcel. Pure. */
final class TemplateLint {

    private static final String EACH = ".each";
    private static final String COUNT = ".count";
    private static final Pattern TAG =
            Pattern.compile("\\{\\{\\{?(?<kind>[#^/&!>]?)\\s*(?<name>[^{}\\s]*)[^{}]*+\\}\\}");

    private TemplateLint() {}

    static List<Problem> problems(String path, byte[] content, KnownNames names) {
        String text = new String(content, StandardCharsets.UTF_8);
        List<Problem> problems = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        int inLists = 0;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher tag = TAG.matcher(line);
            while (tag.find()) {
                String name = tag.group("name");
                String kind = tag.group("kind");
                if (name.endsWith(EACH)) {
                    inLists += kind.equals("#") || kind.equals("^") ? 1 : kind.equals("/") ? -1 : 0;
                    String list = name.substring(0, name.length() - EACH.length());
                    values.put(list + COUNT, "0");
                    if (inLists <= 1 && !kind.equals("/") && !names.hasList(list)) {
                        problems.add(unknown(path, number, list));
                    }
                } else if (!kind.equals("!") && !name.equals(".")) {
                    values.put(name, name.endsWith(COUNT) ? "0" : "x");
                    // Members of a list have names of their own.
                    if (inLists == 0 && !kind.equals("/") && !names.has(name)) {
                        problems.add(unknown(path, number, name));
                    }
                }
            }
        }
        problems.addAll(syntax(path, text, values));
        return problems;
    }

    private static Problem unknown(String path, int line, String name) {
        return Problem.error(
                path,
                line,
                0,
                "parcel.reference-unknown",
                "there is no parameter " + name,
                "add it to the parameters, or write it as it is called there");
    }

    private static List<Problem> syntax(String path, String text, Map<String, String> values) {
        try {
            new MustacheRendering().render(text, values);
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(
                    Problem.error(
                            path,
                            0,
                            0,
                            "parcel.template-wrong",
                            "it is no template that can be filled: " + e.getMessage(),
                            "mend it; all sections are closed, and nothing is taken in"));
        }
    }
}
