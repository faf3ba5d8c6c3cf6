package dev.cadastre.server.web.api;

import dev.cadastre.api.HostCounts;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.QueryCompletion;
import dev.cadastre.api.QueryField;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Queries: what they count, what they can ask for, and how they go on. */
@RestController
@RequestMapping(ApiPath.BASE)
class QueryController {

    private final Queries queries;
    private final Permitted permitted;

    QueryController(Queries queries, Permitted permitted) {
        this.queries = queries;
        this.permitted = permitted;
    }

    @Parameters
    record CountParameters(@Nullable String q, @Nullable String by, @Nullable Instant at) {}

    @Parameters
    record CompletionParameters(@Nullable String text, @Nullable Integer caret) {}

    /** How many hosts a query finds, by the values of a field such as "os" or "pkg:openssl". */
    @GetMapping("/host-counts")
    HostCounts counts(CountParameters parameters) {
        return QueryRecords.counts(
                queries.count(
                        Objects.requireNonNullElse(parameters.q(), ""),
                        parameters.by(),
                        parameters.at(),
                        permitted.read(Part.INVENTORY)));
    }

    /** What queries can ask for. */
    @GetMapping("/query/fields")
    ListPage<QueryField> fields() {
        permitted.read(Part.INVENTORY);
        return Pages.whole(queries.fields(), QueryRecords::field);
    }

    /** What may stand at a place of a query; at its end, if no place is given. */
    @GetMapping("/query/completion")
    QueryCompletion completion(CompletionParameters parameters) {
        String text = Objects.requireNonNullElse(parameters.text(), "");
        return QueryRecords.completion(
                queries.complete(
                        text,
                        Objects.requireNonNullElse(parameters.caret(), text.length()),
                        permitted.read(Part.INVENTORY)));
    }
}
