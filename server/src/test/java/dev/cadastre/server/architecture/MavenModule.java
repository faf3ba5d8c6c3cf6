package dev.cadastre.server.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A module of Maven, as its file says.
 *
 * @param release which Java it is compiled for; empty if its parent says so
 * @param needs artefacts that it depends on, ours and others'
 */
record MavenModule(String name, String release, List<String> needs) {

    private static final String OURS = "dev.cadastre";

    /** Those with our parent, by name; some others have builds of their own. */
    static SortedMap<String, MavenModule> all(Path root) throws Exception {
        Element parent = project(root);
        String usual = text(child(parent, "properties"), "maven.compiler.release");
        SortedMap<String, MavenModule> all = new TreeMap<>();
        for (Element module : children(child(parent, "modules"), "module")) {
            Element project = project(root.resolve(module.getTextContent()));
            if (text(child(project, "parent"), "groupId").equals(OURS)) {
                MavenModule read = read(project, usual);
                all.put(read.name, read);
            }
        }
        return all;
    }

    static Needs needs(Map<String, MavenModule> modules) {
        SortedMap<String, List<String>> needs = new TreeMap<>();
        modules.forEach((name, module) ->
                needs.put(name, module.needs().stream().filter(modules::containsKey).toList()));
        return Needs.of(needs);
    }

    private static MavenModule read(Element project, String usual) {
        String release = text(child(project, "properties"), "maven.compiler.release");
        return new MavenModule(
                text(project, "artifactId"),
                release.isEmpty() ? usual : release,
                children(child(project, "dependencies"), "dependency").stream()
                        .filter(one -> text(one, "groupId").equals(OURS))
                        .map(one -> text(one, "artifactId"))
                        .toList());
    }

    private static Element project(Path folder) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("pom.xml").toFile())
                .getDocumentElement();
    }

    /** The first of that name; an empty element if there is none. */
    private static Element child(Element parent, String name) {
        List<Element> all = children(parent, name);
        return all.isEmpty() ? parent.getOwnerDocument().createElement(name) : all.getFirst();
    }

    private static List<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name))
                .toList();
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent().strip();
    }
}
