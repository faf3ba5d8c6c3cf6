package dev.cadastre.manual;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the index: a heading of level 2 for each reader, below it what that reader wants, then a
 * list of links, each with what it leads to.
 */
final class Index {

    private static final int READER = 2;
    private static final Pattern ENTRY = Pattern.compile("\\[[^\\]]*]\\(([^)\\s#]+)\\):? *(.*)");

    private final String path;
    private final Map<String, Page> pages;
    private final List<Group> groups = new ArrayList<>();

    private String introduction = "";
    private String reader = "";
    private String about = "";
    private List<Group.Entry> entries = new ArrayList<>();

    /** The index that is the file {@code path}, to pages by their paths. */
    Index(String path, Map<String, Page> pages) {
        this.path = path;
        this.pages = pages;
    }

    /** Reads it. Links to what is no page are passed over. */
    void read(String text) {
        for (Block block : Blocks.of(text)) {
            switch (block) {
                case Block.Heading(int level, String heading) when level == READER -> {
                    end();
                    reader = Span.plain(heading);
                }
                case Block.Paragraph(String said) -> said(Span.plain(said));
                case Block.Item item -> entry(item.text());
                default -> {}
            }
        }
        end();
    }

    /** What stands before the first reader, without marks. */
    String introduction() {
        return introduction;
    }

    /** The readers; chapters that the index does not name are for the last one. */
    List<Group> groups() {
        Set<Page> named =
                groups.stream()
                        .flatMap(group -> group.entries().stream())
                        .map(Group.Entry::page)
                        .collect(Collectors.toCollection(HashSet::new));
        List<Group.Entry> others =
                pages.values().stream()
                        .filter(page -> page.isChapter() && !named.contains(page))
                        .map(page -> new Group.Entry(page, ""))
                        .toList();
        if (groups.isEmpty() || others.isEmpty()) {
            return List.copyOf(groups);
        }
        List<Group> all = new ArrayList<>(groups);
        Group last = all.removeLast();
        List<Group.Entry> together = new ArrayList<>(last.entries());
        together.addAll(others);
        all.add(new Group(last.reader(), last.about(), together));
        return List.copyOf(all);
    }

    private void said(String text) {
        if (reader.isEmpty()) {
            introduction = introduction.isEmpty() ? text : introduction + "\n" + text;
        } else {
            about = about.isEmpty() ? text : about + " " + text;
        }
    }

    private void entry(String item) {
        Matcher entry = ENTRY.matcher(item);
        if (entry.matches()) {
            Links.path(path, entry.group(1))
                    .map(pages::get)
                    .ifPresent(
                            page -> entries.add(new Group.Entry(page, Span.plain(entry.group(2)))));
        }
    }

    private void end() {
        if (!reader.isEmpty()) {
            groups.add(new Group(reader, about, entries));
        }
        about = "";
        entries = new ArrayList<>();
    }
}
