package dev.cadastre.server.web.page.parcel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes HTML of a page that a stranger wrote: markup is shown as text, links lead to files of the
 * same manual or away from this server, pictures are files of the manual. Pure; thread-safe.
 */
final class ParcelMarkdown {

    /** Longer pages are shown as they were written. */
    private static final int LONGEST = 1 << 19;

    /** No heading of a page is taken for a part of this server's own. */
    private static final String PREFIX = "page-";

    private static final int MOST_BLOCKS = 100;
    private static final Set<String> AWAY = Set.of("http", "https");
    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    HeadingAnchorExtension.builder().idPrefix(PREFIX).build());
    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(MOST_BLOCKS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .build();

    private ParcelMarkdown() {}

    /**
     * The HTML of a page.
     *
     * @param page its path in the manual
     * @param address of a file of the manual, by its path
     */
    static String html(String markdown, String page, UnaryOperator<String> address) {
        if (markdown.length() > LONGEST) {
            return plain(markdown);
        }
        try {
            Node document = PARSER.parse(markdown);
            document.accept(new Bounds(page, address));
            return RENDERER.render(document);
        } catch (StackOverflowError _) {
            // Emphasis in emphasis, some thousand deep, which nobody wrote to be read.
            return plain(markdown);
        }
    }

    private static String plain(String text) {
        return "<pre>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</pre>";
    }

    /**
     * The file that a link of a page leads to.
     *
     * @return its path; empty if it leads out of the manual, or nowhere
     */
    static Optional<String> resolved(String page, String path) {
        Deque<String> parts = new ArrayDeque<>(List.of(page.split("/", -1)));
        parts.removeLast();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && parts.isEmpty()) {
                return Optional.empty();
            } else if (part.equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts)).filter(file -> !file.isEmpty());
    }

    /** Has links and pictures lead where they may. */
    private static final class Bounds extends AbstractVisitor {

        private final String page;
        private final UnaryOperator<String> address;

        Bounds(String page, UnaryOperator<String> address) {
            this.page = page;
            this.address = address;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            target(link.getDestination()).ifPresentOrElse(link::setDestination, () -> open(link));
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            Optional<String> own =
                    uri(image.getDestination())
                            .filter(uri -> !uri.isAbsolute())
                            .flatMap(this::file);
            own.ifPresentOrElse(image::setDestination, () -> open(image));
        }

        private Optional<String> target(String destination) {
            Optional<URI> uri = uri(destination);
            if (uri.isPresent() && uri.get().isAbsolute()) {
                return isAway(uri.get()) ? Optional.of(destination) : Optional.empty();
            }
            return uri.flatMap(this::file);
        }

        /** Without a host, browsers take an address to be of this server. */
        private static boolean isAway(URI uri) {
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            return scheme.equals("mailto")
                    || (AWAY.contains(scheme) && uri.getRawAuthority() != null);
        }

        private static Optional<URI> uri(String text) {
            try {
                return Optional.of(new URI(text.replace(" ", "%20")));
            } catch (URISyntaxException _) {
                return Optional.empty();
            }
        }

        private Optional<String> file(URI uri) {
            String path = uri.getPath();
            if (uri.getRawAuthority() != null || path == null || path.startsWith("/")) {
                return Optional.empty();
            }
            String anchor = uri.getRawFragment() == null ? "" : "#" + PREFIX + uri.getRawFragment();
            return path.isEmpty()
                    ? Optional.of(anchor).filter(any -> !any.isEmpty())
                    : resolved(page, path).map(file -> address.apply(file) + anchor);
        }

        /** What leads nowhere is its text. */
        private static void open(Node node) {
            while (node.getFirstChild() != null) {
                node.insertBefore(node.getFirstChild());
            }
            node.unlink();
        }
    }
}
