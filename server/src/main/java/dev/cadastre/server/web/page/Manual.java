package dev.cadastre.server.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The chapters of the manual, which travel with the server so that it can be read offline. */
@Component
final class Manual {

    /** Where the chapters, as files, have their pictures. */
    private static final String IMAGES = "../images/";

    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .escapeHtml(true)
                    .attributeProviderFactory(context -> Manual::nameCodes)
                    .build();

    private final List<ManualChapter> chapters = read();

    List<ManualChapter> chapters() {
        return chapters;
    }

    Optional<ManualChapter> chapter(String name) {
        return chapters.stream().filter(chapter -> chapter.name().equals(name)).findFirst();
    }

    static ManualChapter chapter(String fileName, String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new ChapterLinks());
        return new ManualChapter(chapterName(fileName), title(document), RENDERER.render(document));
    }

    /** A heading that is a code can be linked by that very code. */
    private static void nameCodes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading && node.getFirstChild() instanceof Code code) {
            attributes.put("id", code.getLiteral());
        }
    }

    /** {@code 02-hosts.md} is the chapter {@code hosts}; the number orders the chapters. */
    private static String chapterName(String fileName) {
        return fileName.replaceFirst("^\\d+-", "").replaceFirst("\\.md$", "");
    }

    private static String title(Node document) {
        var text = new StringBuilder();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        if (text.isEmpty() && heading.getFirstChild() instanceof Text first) {
                            text.append(first.getLiteral());
                        }
                    }
                });
        return text.toString();
    }

    private static List<ManualChapter> read() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:manual/*.md");
            return Arrays.stream(files)
                    .sorted(
                            Comparator.comparing(
                                    file -> Objects.requireNonNull(file.getFilename())))
                    .map(Manual::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the manual", e);
        }
    }

    private static ManualChapter read(Resource file) {
        try {
            return chapter(
                    Objects.requireNonNull(file.getFilename()),
                    file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Links between the files become links between the pages, and pictures those of the server. */
    private static final class ChapterLinks extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            String target = link.getDestination();
            if (target.matches("[a-z0-9-]+\\.md(#.*)?")) {
                int end = target.indexOf(".md");
                link.setDestination(
                        "/manual/"
                                + chapterName(target.substring(0, end + 3))
                                + target.substring(end + 3));
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            String picture = image.getDestination();
            if (picture.startsWith(IMAGES)) {
                image.setDestination("/assets/manual/" + picture.substring(IMAGES.length()));
            }
            visitChildren(image);
        }
    }
}
