package dev.cadastre.cli.server;

import dev.cadastre.cli.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads lists that come in pages. */
public final class Listing {

    private static final int LARGEST_PAGE = 1000;

    private final Server server;

    /** Reads from {@code server}. */
    public Listing(Server server) {
        this.server = server;
    }

    /**
     * All pages as one answer, or as many as it takes for {@code limit} items. The answer is the
     * last page's with the items of all, so {@code next} is there only where the limit cut.
     */
    public Json read(Path path, @Nullable Integer limit) {
        List<Json> items = new ArrayList<>();
        Json page;
        Path next = path;
        do {
            page = server.read(next.with("limit", pageSize(limit, items.size())));
            items.addAll(page.list("items"));
            next = path.with("after", page.text("next").orElse(null));
        } while (page.text("next").isPresent() && (limit == null || items.size() < limit));
        return with(page, items);
    }

    private static int pageSize(@Nullable Integer limit, int had) {
        return limit == null ? LARGEST_PAGE : Math.clamp(limit - had, 1, LARGEST_PAGE);
    }

    private static Json with(Json page, List<Json> items) {
        Map<String, Json> members =
                page instanceof Json.Members(var values)
                        ? new LinkedHashMap<>(values)
                        : new LinkedHashMap<>();
        members.put("items", new Json.Items(items));
        return new Json.Members(members);
    }
}
