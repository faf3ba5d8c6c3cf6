package dev.cadastre.server.web.page.manual;

import dev.cadastre.manual.Page;
import dev.cadastre.manual.TwoPictures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** A picture of a page in two forms, at the addresses that this server has for them. */
final class ManualPicture extends CustomBlock {

    private final Map<String, String> source;
    private final Map<String, String> image;

    private ManualPicture(String dark, String light, String text) {
        source = attributes("media", "(prefers-color-scheme: dark)", "srcset", dark);
        image = attributes("src", light, "alt", text);
    }

    private static Map<String, String> attributes(
            String first, String value, String second, String other) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(first, value);
        attributes.put(second, other);
        return attributes;
    }

    /** The picture that a block of HTML on a page is; empty if it is anything else. */
    static Optional<ManualPicture> read(Page page, String html) {
        return TwoPictures.read(html).flatMap(picture -> of(page, picture));
    }

    private static Optional<ManualPicture> of(Page page, TwoPictures picture) {
        return ManualLinks.picture(page, picture.dark())
                .flatMap(dark ->
                        ManualLinks.picture(page, picture.light())
                                .map(light -> new ManualPicture(dark, light, picture.text())));
    }

    /** Writes such pictures for browsers. */
    record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(ManualPicture.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof ManualPicture picture) {
                var html = context.getWriter();
                html.line();
                html.tag("p");
                html.tag("picture");
                html.tag("source", picture.source);
                html.tag("img", picture.image);
                html.tag("/picture");
                html.tag("/p");
                html.line();
            }
        }
    }
}
