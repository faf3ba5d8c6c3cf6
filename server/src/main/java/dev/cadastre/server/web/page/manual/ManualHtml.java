package dev.cadastre.server.web.page.manual;

import dev.cadastre.manual.Anchors;
import dev.cadastre.manual.Manual;
import dev.cadastre.manual.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes HTML of a page of the manual. Markup that stands in its text is text. */
final class ManualHtml {

    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .escapeHtml(true)
                    .attributeProviderFactory(_ -> new Names())
                    .nodeRendererFactory(ManualPicture.Renderer::new)
                    .build();

    private ManualHtml() {}

    static String of(Manual manual, Page page) {
        Node document = PARSER.parse(page.text());
        document.accept(new Addresses(manual, page));
        return RENDERER.render(document);
    }

    /** Headings go by the names that the manual's own links and its search have for them. */
    private static final class Names implements AttributeProvider {

        private final Anchors anchors = new Anchors();

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Heading) {
                attributes.put("id", name(node));
            }
        }

        private String name(Node heading) {
            if (heading.getFirstChild() instanceof Code code) {
                return code.getLiteral();
            }
            var text = new StringBuilder();
            heading.accept(
                    new AbstractVisitor() {
                        @Override
                        public void visit(Text part) {
                            text.append(part.getLiteral());
                        }

                        @Override
                        public void visit(Code part) {
                            text.append(part.getLiteral());
                        }

                        @Override
                        public void visit(SoftLineBreak part) {
                            text.append(' ');
                        }
                    });
            return anchors.next(text.toString());
        }
    }

    /** Links between files become links between pages; those to other files are text here. */
    private static final class Addresses extends AbstractVisitor {

        private final Manual manual;
        private final Page page;

        Addresses(Manual manual, Page page) {
            this.manual = manual;
            this.page = page;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            Optional<String> address = ManualLinks.here(manual, page, link.getDestination());
            if (address.isPresent()) {
                link.setDestination(address.get());
            } else {
                leaveText(link);
            }
        }

        private static void leaveText(Link link) {
            Node child = link.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.insertBefore(child);
                child = next;
            }
            link.unlink();
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            ManualLinks.picture(page, image.getDestination()).ifPresent(image::setDestination);
        }

        @Override
        public void visit(HtmlBlock block) {
            ManualPicture.read(page, block.getLiteral())
                    .ifPresent(picture -> {
                        block.insertAfter(picture);
                        block.unlink();
                    });
        }
    }
}
