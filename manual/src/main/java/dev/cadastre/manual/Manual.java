package dev.cadastre.manual;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The manual with the other documents that it refers to: formats, decisions, security. Immutable.
 */
public final class Manual {

    private static final String INDEX = "docs/manual/README.md";

    private final Map<String, Page> pages = new TreeMap<>();
    private final Map<String, Page> byName = new TreeMap<>();
    private final String introduction;
    private final List<Group> groups;
    private final List<Page> chapters;

    private Manual(Map<String, String> files) {
        files.forEach((path, text) -> {
            if (!path.equals(INDEX)) {
                Page page = Page.of(path, text);
                pages.put(path, page);
                byName.put(page.name(), page);
            }
        });
        var index = new Index(INDEX, pages);
        index.read(files.getOrDefault(INDEX, ""));
        introduction = index.introduction();
        groups = index.groups();
        chapters =
                groups.stream()
                        .flatMap(group -> group.entries().stream())
                        .map(Group.Entry::page)
                        .filter(Page::isChapter)
                        .toList();
    }

    /**
     * The one that came with this program. Reading it takes some time; nothing of it is kept here.
     *
     * @throws java.io.UncheckedIOException if the archive is broken
     */
    public static Manual shipped() {
        return new Manual(ShippedFiles.read());
    }

    /** One made of files: their texts by their paths in the sources. */
    public static Manual of(Map<String, String> files) {
        return new Manual(files);
    }

    /** What the index says before it comes to the readers, without marks; paragraphs are lines. */
    public String introduction() {
        return introduction;
    }

    /** Who reads what. */
    public List<Group> groups() {
        return groups;
    }

    /** The chapters, one reader's after the other's. */
    public List<Page> chapters() {
        return chapters;
    }

    /** All that can be read, chapters among it. */
    public Collection<Page> pages() {
        return List.copyOf(pages.values());
    }

    /** What goes by that name. */
    public Optional<Page> page(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What is that file of the sources. */
    public Optional<Page> file(String path) {
        return path.equals(INDEX) ? Optional.empty() : Optional.ofNullable(pages.get(path));
    }

    /** Whether that file of the sources is the index. */
    public static boolean isIndex(String path) {
        return path.equals(INDEX) || path.equals("docs/manual");
    }

    /** The chapter before that one; empty for the first, and for what is none. */
    public Optional<Page> before(Page chapter) {
        int place = chapters.indexOf(chapter);
        return place > 0 ? Optional.of(chapters.get(place - 1)) : Optional.empty();
    }

    /** The chapter after that one; empty for the last, and for what is none. */
    public Optional<Page> after(Page chapter) {
        int place = chapters.indexOf(chapter);
        return place >= 0 && place + 1 < chapters.size()
                ? Optional.of(chapters.get(place + 1))
                : Optional.empty();
    }

    /**
     * What has all these words, the last one perhaps as the beginning of a longer word. Text beyond
     * 200 characters and words beyond the eighth are passed over.
     *
     * @return the best page first, with the best of its parts first; empty where there is no word
     */
    public List<Found> search(String words) {
        return Search.in(pages.values(), words);
    }
}
