package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The blocks of code in the manual and in the README. */
final class MarkdownBlocks {

    private static final Path MANUAL = Programs.CHECKOUT.resolve("docs/manual");
    private static final Path README = Programs.CHECKOUT.resolve("README.md");
    private static final String FENCE = "```";

    /** This JVM stands in the laboratory's network already. */
    private static final String INTO_THE_LABORATORY = "lab/bin/in-lab ";

    private MarkdownBlocks() {}

    /**
     * A block of code.
     *
     * @param place the name of the file and the block's last line
     * @param heading the words above it; may be empty
     * @param language what follows the opening fence; may be empty
     * @param text its lines, each with its end
     */
    record Block(String place, String heading, String language, String text) {
        @Override
        public String toString() {
            return place;
        }
    }

    /** Those of all chapters, in their order. */
    static List<Block> ofManual() {
        return chapters().stream().flatMap(file -> of(file).stream()).toList();
    }

    private static List<Path> chapters() {
        try (Stream<Path> chapters = Files.list(MANUAL)) {
            return chapters.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the README. */
    static List<Block> ofReadme() {
        return of(README);
    }

    /** The texts of the README and of all chapters. */
    static List<String> documents() {
        return Stream.concat(Stream.of(README), chapters().stream())
                .map(file -> String.join("\n", lines(file)))
                .toList();
    }

    /** Those of one chapter, by the name of its file. */
    static List<Block> ofChapter(String name) {
        return of(MANUAL.resolve(name));
    }

    /** What the block of that language opens a shell by, beside hosts, for a JVM among them. */
    static String hosts(List<Block> blocks, String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .map(block -> block.text().replace(INTO_THE_LABORATORY, ""))
                .findFirst()
                .orElseThrow();
    }

    private static List<Block> of(Path chapter) {
        List<Block> blocks = new ArrayList<>();
        String language = null;
        StringBuilder text = new StringBuilder();
        String heading = "";
        int line = 0;
        for (String each : lines(chapter)) {
            line++;
            if (language == null) {
                language = each.startsWith(FENCE) ? each.substring(FENCE.length()) : null;
                heading = each.startsWith("#") ? each.replaceFirst("^#+ *", "") : heading;
            } else if (each.equals(FENCE)) {
                String place = chapter.getFileName() + ":" + line;
                blocks.add(new Block(place, heading, language, text.toString()));
                language = null;
                text.setLength(0);
            } else {
                text.append(each).append('\n');
            }
        }
        return blocks;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
