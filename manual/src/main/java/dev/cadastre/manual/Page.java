package dev.cadastre.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A page: a chapter of the manual, or another document that belongs to it. Immutable.
 *
 * @param path where it is in the sources, {@code docs/manual/03-estate.md}
 * @param name by which it is asked for: {@code estate}, {@code formats/estate}
 * @param title its first heading without marks
 * @param text in Markdown
 */
public record Page(String path, String name, String title, String text) {

    private static final String DOCUMENTS = "docs/";
    private static final String CHAPTERS = "docs/manual/";
    private static final Pattern NUMBER = Pattern.compile("^\\d+-");
    private static final String ENDING = ".md";
    private static final String FIRST_OF_A_FOLDER = "/README";

    /**
     * A part of a page.
     *
     * @param heading without marks
     * @param anchor by which it is linked
     * @param level of its heading, from 1
     * @param blocks what stands below the heading, up to the next one of any level
     */
    public record Section(String heading, String anchor, int level, List<Block> blocks) {
        /** The blocks are copied. */
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    static Page of(String path, String text) {
        String title =
                Blocks.of(text).stream()
                        .filter(Block.Heading.class::isInstance)
                        .map(heading -> Span.plain(((Block.Heading) heading).text()))
                        .findFirst()
                        .orElse(path);
        return new Page(path, name(path), title, text);
    }

    private static String name(String path) {
        String bare = path.substring(0, path.length() - ENDING.length());
        if (bare.startsWith(CHAPTERS)) {
            return NUMBER.matcher(bare.substring(CHAPTERS.length())).replaceFirst("");
        }
        if (!bare.startsWith(DOCUMENTS)) {
            return "project/" + bare.toLowerCase(Locale.ROOT);
        }
        String below = bare.substring(DOCUMENTS.length());
        return below.endsWith(FIRST_OF_A_FOLDER)
                ? below.substring(0, below.length() - FIRST_OF_A_FOLDER.length())
                : below;
    }

    /** Whether it is a chapter of the manual. */
    public boolean isChapter() {
        return path.startsWith(CHAPTERS);
    }

    /** Its parts in their order; the first one has the title as its heading. */
    public List<Section> sections() {
        var anchors = new Anchors();
        List<Section> sections = new ArrayList<>();
        Block.Heading heading = new Block.Heading(1, title);
        List<Block> blocks = new ArrayList<>();
        boolean begun = false;
        for (Block block : Blocks.of(text)) {
            if (block instanceof Block.Heading next) {
                if (begun) {
                    sections.add(section(heading, anchors, blocks));
                } else if (!blocks.isEmpty()) {
                    sections.add(top(blocks));
                }
                heading = next;
                blocks.clear();
                begun = true;
            } else {
                blocks.add(block);
            }
        }
        sections.add(begun ? section(heading, anchors, blocks) : top(blocks));
        return sections;
    }

    /** What stands above all headings is linked as the page is. */
    private Section top(List<Block> blocks) {
        return new Section(title, "", 1, blocks);
    }

    /**
     * The anchor that a part has here.
     *
     * @param written what links in the sources say, which is what forges make of a heading
     * @return what was written, if no heading is called so
     */
    public String anchor(String written) {
        var forge = new Anchors();
        for (Section section : sections()) {
            if (!section.anchor().isEmpty() && forge.next(section.heading()).equals(written)) {
                return section.anchor();
            }
        }
        return written;
    }

    private static Section section(Block.Heading heading, Anchors anchors, List<Block> blocks) {
        String plain = Span.plain(heading.text());
        return new Section(plain, anchor(heading, plain, anchors), heading.level(), blocks);
    }

    /** A heading that begins with a code is linked by that very code. */
    private static String anchor(Block.Heading heading, String plain, Anchors anchors) {
        List<Span> spans = Span.of(heading.text());
        return !spans.isEmpty() && spans.getFirst().kind() == Span.Kind.CODE
                ? spans.getFirst().text()
                : anchors.next(plain);
    }
}
