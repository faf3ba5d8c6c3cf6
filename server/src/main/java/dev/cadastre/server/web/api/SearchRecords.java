package dev.cadastre.server.web.api;

import dev.cadastre.api.SearchAnswer;
import dev.cadastre.server.search.SearchHit;
import dev.cadastre.server.search.SearchIntent;
import dev.cadastre.server.search.SearchResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a search found, as it is sent. */
public final class SearchRecords {

    private SearchRecords() {}

    public static SearchAnswer answer(SearchResult result) {
        return new SearchAnswer(
                understood(result.intent()),
                result.hits().stream().map(SearchRecords::hit).toList());
    }

    private static SearchAnswer.Understood understood(SearchIntent intent) {
        return new SearchAnswer.Understood(
                intent.subject(),
                intent.host(),
                intent.environment(),
                intent.words(),
                intent.reasons());
    }

    private static dev.cadastre.api.SearchHit hit(SearchHit hit) {
        return new dev.cadastre.api.SearchHit(
                dev.cadastre.api.SearchHit.Kind.valueOf(hit.kind().name()),
                hit.title(),
                hit.detail(),
                link(hit),
                hit.host(),
                hit.environment(),
                hit.version(),
                hit.since());
    }

    private static String link(SearchHit hit) {
        return switch (hit.kind()) {
            case ENVIRONMENT -> "/hosts?environment=" + encode(hit.title());
            case HOST -> "/hosts/" + encode(hit.title());
            case APP -> "/apps/" + hit.title();
            case PARCEL ->
                    "/parcels/"
                            + encode(hit.title())
                            + "/"
                            + encode(Objects.requireNonNullElse(hit.version(), ""));
            case INSTALLED_PACKAGE ->
                    "/hosts/"
                            + encode(Objects.requireNonNullElse(hit.host(), ""))
                            + "/packages?q="
                            + encode(hit.title());
            case PACKAGE ->
                    "/packages/show?name="
                            + encode(hit.title())
                            + "&type="
                            + encode(Objects.requireNonNullElse(hit.type(), ""));
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
