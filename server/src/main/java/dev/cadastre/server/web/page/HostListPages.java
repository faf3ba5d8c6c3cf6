package dev.cadastre.server.web.page;

import dev.cadastre.api.Environment;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.inventory.Page;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.web.api.Environments;
import dev.cadastre.server.web.api.HostRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.exchange.HostCsv;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The list of hosts. */
@Controller
class HostListPages {

    private static final int PAGE = 200;
    private static final int WHOLE = 200_000;

    private final Hosts hosts;
    private final QueryAnswers answers;
    private final Environments environments;
    private final Permitted permitted;
    private final Frames frames;
    private final Clock clock;

    HostListPages(
            Hosts hosts,
            QueryAnswers answers,
            Environments environments,
            Permitted permitted,
            Frames frames,
            Clock clock) {
        this.hosts = hosts;
        this.answers = answers;
        this.environments = environments;
        this.permitted = permitted;
        this.frames = frames;
        this.clock = clock;
    }

    /** What the list is narrowed by, as in the address. */
    record Filter(
            @Nullable String q,
            @Nullable String environment,
            @Nullable String group,
            @Nullable String outcome,
            @Nullable String by,
            @Nullable String at,
            @Nullable String after) {

        HostQuery query(int limit) {
            return new HostQuery(
                    filled(environment),
                    filled(group),
                    null,
                    failing(),
                    Lifecycle.LIVE,
                    moment(),
                    Links.position(after),
                    limit);
        }

        boolean failing() {
            return "FAILING".equals(outcome);
        }

        @Nullable Instant moment() {
            return Moments.parse(at);
        }

        /** As names and values in turn. */
        @Nullable String[] pairs() {
            return new @Nullable String[] {
                "q",
                q,
                "environment",
                environment,
                "group",
                group,
                "outcome",
                outcome,
                "by",
                by,
                "at",
                at
            };
        }

        static @Nullable String filled(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    @GetMapping("/hosts")
    ModelAndView list(HttpServletRequest request, @ModelAttribute Filter filter) {
        Reach reach = permitted.read(Part.INVENTORY);
        Page<Host> page;
        QueryAnswer answer;
        try {
            page = found(filter, PAGE, reach);
            answer = answers.answer(filter, reach);
        } catch (QueryRefused refused) {
            page = new Page<>(List.of(), null);
            answer = answers.refused(refused);
        }
        return View.of(
                "host/list",
                "frame",
                frames.of(
                        request,
                        "Hosts",
                        "hosts",
                        Links.to(ApiPath.BASE + "/hosts", filter.pairs())),
                "wording",
                new Wording(clock.instant()),
                "listing",
                listing(filter, page, answer),
                "writer",
                permitted.mayEverywhere(Verb.WRITE, Part.INVENTORY));
    }

    private Page<Host> found(Filter filter, int limit, Reach reach) {
        String text = Filter.filled(filter.q());
        return text == null
                ? hosts.find(filter.query(limit), reach)
                : hosts.find(filter.query(limit), text, reach);
    }

    /** What may follow a query, for the list below its box. */
    @GetMapping("/query/completion")
    ModelAndView completion(@ModelAttribute Filter filter) {
        String text = Objects.requireNonNullElse(filter.q(), "");
        return View.of(
                "host/completion",
                "offered",
                answers.offered(text, permitted.read(Part.INVENTORY)));
    }

    private HostListing listing(Filter filter, Page<Host> page, QueryAnswer answer) {
        String text = Filter.filled(filter.q());
        return new HostListing(
                page.items().stream().map(HostRecords::summary).toList(),
                environments.all(null).stream().map(Environment::name).toList(),
                text == null ? "" : text,
                Filter.filled(filter.environment()),
                Filter.filled(filter.group()),
                filter.failing(),
                filter.moment(),
                Links.next("/hosts", page.next(), filter.pairs()),
                answer);
    }

    @GetMapping("/hosts.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute Filter filter) {
        var csv = new Csv(HostCsv.HEADS);
        found(filter, WHOLE, permitted.read(Part.INVENTORY))
                .items()
                .forEach(host -> csv.add(HostCsv.cells(host)));
        return csv.answer("hosts.csv");
    }
}
