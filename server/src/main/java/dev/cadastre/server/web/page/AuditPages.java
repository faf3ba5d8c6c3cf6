package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.AuditEntry;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people and clients changed, and what they were refused. */
@Controller
class AuditPages {

    private static final int SHOWN = 100;

    private final Access access;
    private final Frames frames;
    private final Clock clock;

    AuditPages(Access access, Frames frames, Clock clock) {
        this.access = access;
        this.frames = frames;
        this.clock = clock;
    }

    /** A page of the list; {@code before} is the id of the last line of the page before. */
    @GetMapping("/administration/audit")
    ModelAndView list(HttpServletRequest request, @RequestParam @Nullable Long before) {
        List<AuditEntry> read = access.auditBefore(before, SHOWN + 1);
        List<AuditEntry> shown = read.size() > SHOWN ? read.subList(0, SHOWN) : read;
        return View.of(
                "access/audit",
                "frame",
                frames.of(request, "Audit list", "administration", ApiPath.BASE + "/audit"),
                "wording",
                new Wording(clock.instant()),
                "entries",
                shown,
                "next",
                read.size() > SHOWN
                        ? "/administration/audit?before=" + shown.getLast().id()
                        : null);
    }
}
