package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Section;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads files with values: a JSON object with a member for each parameter, or an INI file with the
 * one section {@code [parameters]}, whose values are texts and taken as they stand. Pure.
 */
public final class LayerFile {

    private static final JsonProblems CODES =
            new JsonProblems("parameter.file-broken", "parameter.file-too-large");
    private static final String SECTION = "parameters";

    private LayerFile() {}

    /**
     * Reads a file; as JSON if its name ends with {@code .json}, and as INI otherwise.
     *
     * @param file the name, which is what the layer is called
     * @param content UTF-8, 256 KiB at most
     */
    public static LayerReading read(String file, byte[] content) {
        Problems problems = new Problems(file);
        Map<String, Given> values = new TreeMap<>();
        if (file.endsWith(".json")) {
            json(file, JsonReader.read(content, problems, CODES), problems, values);
        } else if (content.length > JsonReader.LARGEST) {
            CODES.tooLarge(problems, 0, "the file has more than 256 KiB");
        } else {
            ini(file, IniParser.parse(file, content), problems, values);
        }
        return new LayerReading(Layer.of(file, values), problems.list());
    }

    private static void json(
            String file, @Nullable JsonTree root, Problems problems, Map<String, Given> values) {
        if (root != null && root.node().isObject()) {
            root.children()
                    .forEach((name, value) ->
                            values.put(
                                    name,
                                    Given.json(value.node(), new Origin(file, value.line()))));
        } else if (root != null) {
            CODES.broken(problems, root.line(), 0, "it is no object");
        }
    }

    private static void ini(
            String file, IniReading reading, Problems problems, Map<String, Given> values) {
        problems.addAll(reading.problems());
        other(reading.document().defaults(), problems);
        for (Section section : reading.document().sections().values()) {
            if (section.name().equals(SECTION)) {
                section.entries()
                        .values()
                        .forEach(entry ->
                                values.put(
                                        entry.key(),
                                        Given.text(
                                                entry.rawValue(), new Origin(file, entry.line()))));
            } else {
                other(section, problems);
            }
        }
    }

    private static void other(Section section, Problems problems) {
        if (section.line() > 0) {
            problems.error(
                    section.line(),
                    0,
                    "parameter.file-section",
                    "there is a section " + Quoted.of("[" + section.name() + "]"),
                    "put all values into the one section [parameters]");
        }
    }
}
