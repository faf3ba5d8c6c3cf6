package dev.cadastre.server.web.api;

import dev.cadastre.api.SearchAnswer;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.search.SearchResult;
import dev.cadastre.server.search.Searches;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The search box. */
@RestController
class SearchController {

    private final Searches searches;
    private final Permitted permitted;

    SearchController(Searches searches, Permitted permitted) {
        this.searches = searches;
        this.permitted = permitted;
    }

    @Parameters
    record SearchParameters(String q, @Nullable Limit limit) {}

    /** What fits a text such as "openssl on web1 in qa", the best first. */
    @GetMapping(ApiPath.BASE + "/search")
    SearchAnswer search(SearchParameters parameters) {
        SearchResult result =
                searches.find(
                        parameters.q(),
                        permitted.read(Part.INVENTORY),
                        Limit.of(parameters.limit()));
        return SearchRecords.answer(result);
    }
}
