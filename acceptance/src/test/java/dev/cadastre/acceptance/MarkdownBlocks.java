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
    private static final String FENCE = "```";

    private MarkdownBlocks() {}

    /**
     * A block of code.
     *
     * @param place the name of the file and the block's last line
     * @param language what follows the opening fence; may be empty
     * @param text its lines, each with its end
     */
    record Block(String place, String language, String text) {
        @Override
        public String toString() {
            return place;
        }
    }

    /** Those of all chapters, in their order. */
    static List<Block> ofManual() {
        try (Stream<Path> chapters = Files.list(MANUAL)) {
            return chapters.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(file -> of(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the README. */
    static List<Block> ofReadme() {
        return of(Programs.CHECKOUT.resolve("README.md"));
    }

    /** Those of one chapter, by the name of its file. */
    static List<Block> ofChapter(String name) {
        return of(MANUAL.resolve(name));
    }

    private static List<Block> of(Path chapter) {
        List<Block> blocks = new ArrayList<>();
        String language = null;
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (String each : lines(chapter)) {
            line++;
            if (language == null) {
                language = each.startsWith(FENCE) ? each.substring(FENCE.length()) : null;
            } else if (each.equals(FENCE)) {
                String place = chapter.getFileName() + ":" + line;
                blocks.add(new Block(place, language, text.toString()));
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
