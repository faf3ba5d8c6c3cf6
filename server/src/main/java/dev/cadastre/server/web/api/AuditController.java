package dev.cadastre.server.web.api;

import dev.cadastre.api.AuditEntry;
import dev.cadastre.api.ListPage;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people and clients changed, and what they were refused. */
@RestController
class AuditController {

    private final Access access;

    AuditController(Access access) {
        this.access = access;
    }

    @Parameters
    record AuditParameters(@Nullable Limit limit, @Nullable Cursor after) {}

    /** The audit list, newest first. */
    @GetMapping(ApiPath.BASE + "/audit")
    ListPage<AuditEntry> entries(AuditParameters parameters) {
        int limit = Limit.of(parameters.limit());
        Long before = parameters.after() == null ? null : parameters.after().number();
        return Pages.cut(
                access.auditBefore(before, limit + 1),
                limit,
                entry -> Long.toString(entry.id()),
                AccessRecords::entry);
    }
}
