package dev.cadastre.server.web.api;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.TimelineEvent;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineQuery;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened, wherever. */
@RestController
class TimelineController {

    private final Timeline timeline;
    private final TimelineRecords records;
    private final Permitted permitted;

    TimelineController(Timeline timeline, TimelineRecords records, Permitted permitted) {
        this.timeline = timeline;
        this.records = records;
        this.permitted = permitted;
    }

    @Parameters
    record TimelineParameters(
            @Nullable String asset,
            @Nullable String environment,
            @Nullable Instant until,
            @Nullable Limit limit,
            @Nullable Cursor after) {}

    /** Events, newest first. */
    @GetMapping(ApiPath.BASE + "/timeline")
    ListPage<TimelineEvent> events(TimelineParameters parameters) {
        int limit = Limit.of(parameters.limit());
        var query =
                new TimelineQuery(
                        environments(parameters.environment()),
                        parameters.asset(),
                        parameters.until(),
                        parameters.after() == null ? null : parameters.after().number(),
                        limit + 1);
        return Pages.cut(
                timeline.find(query), limit, event -> Long.toString(event.id()), records::event);
    }

    private @Nullable Set<String> environments(@Nullable String asked) {
        Reach reach = permitted.read(Part.TIMELINE);
        if (asked == null) {
            return reach.environments();
        }
        return reach.covers(asked) ? Set.of(asked) : Set.of();
    }
}
