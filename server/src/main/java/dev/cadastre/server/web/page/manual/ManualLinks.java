package dev.cadastre.server.web.page.manual;

import dev.cadastre.manual.Links;
import dev.cadastre.manual.Manual;
import dev.cadastre.manual.Page;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/** Addresses of the manual on this server. */
public final class ManualLinks {

    /** The first page. */
    public static final String INDEX = "/manual";

    private static final String IMAGES = "docs/images/";
    private static final String FIRST_OF_A_FOLDER = "/README.md";
    private static final String OPEN_API = "docs/openapi.json";

    private ManualLinks() {}

    /** A page. */
    public static String to(Page page) {
        return INDEX + "/" + page.name();
    }

    /** A heading on a page. */
    public static String to(Page page, String anchor) {
        return to(page) + "#" + UriUtils.encodeFragment(anchor, StandardCharsets.UTF_8);
    }

    /**
     * Where a link of the sources leads here; empty if what it means stays with the sources, such
     * as a class.
     */
    static Optional<String> here(Manual manual, Page from, String target) {
        if (target.matches("(https?|mailto):.*")) {
            return Optional.of(target);
        }
        int fragment = target.indexOf('#');
        String anchor = fragment < 0 ? "" : target.substring(fragment + 1);
        return Links.path(from.path(), target).flatMap(path -> here(manual, path, anchor));
    }

    private static Optional<String> here(Manual manual, String path, String anchor) {
        if (Manual.isIndex(path)) {
            return Optional.of(INDEX);
        }
        if (path.equals(OPEN_API)) {
            return Optional.of("/api/v1/openapi.json");
        }
        return manual.file(path)
                .or(() -> manual.file(path + FIRST_OF_A_FOLDER))
                .map(page -> anchor.isEmpty() ? to(page) : to(page, page.anchor(anchor)));
    }

    /** Where a picture of the sources is shown from; empty if it is none of the documents'. */
    static Optional<String> picture(Page from, String target) {
        return Links.path(from.path(), target)
                .filter(path -> path.startsWith(IMAGES))
                .map(path -> "/assets/manual/" + path.substring(IMAGES.length()));
    }
}
