package dev.cadastre.server.web.page;

import dev.cadastre.api.Diff;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.inventory.Differences;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostMoment;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.NothingCollected;
import dev.cadastre.server.inventory.UnknownHost;
import dev.cadastre.server.web.api.DiffRecords;
import dev.cadastre.server.web.api.KnownHosts;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two hosts compared, or two moments of one. */
@Controller
class ComparePages {

    private static final int OFFERED = 1_000;

    private final Differences differences;
    private final Hosts hosts;
    private final KnownHosts known;
    private final Permitted permitted;
    private final Frames frames;
    private final Clock clock;

    ComparePages(
            Differences differences,
            Hosts hosts,
            KnownHosts known,
            Permitted permitted,
            Frames frames,
            Clock clock) {
        this.differences = differences;
        this.hosts = hosts;
        this.known = known;
        this.permitted = permitted;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/compare")
    ModelAndView compare(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String b,
            @RequestParam @Nullable String atA,
            @RequestParam @Nullable String atB) {
        var first = new HostMoment(a.strip(), Moments.parse(atA));
        var second = new HostMoment(b.strip(), Moments.parse(atB));
        return View.of(
                "compare/page",
                "frame",
                frames.of(request, "Compare", "hosts", twin(first, second)),
                "wording",
                new Wording(clock.instant()),
                "comparison",
                comparison(first, second));
    }

    private Comparison comparison(HostMoment a, HostMoment b) {
        List<String> names =
                hosts
                        .find(HostQuery.living(OFFERED), permitted.read(Part.INVENTORY))
                        .items()
                        .stream()
                        .map(Host::name)
                        .toList();
        if (a.host().isEmpty() || b.host().isEmpty()) {
            return comparison(a, b, names, null, null);
        }
        try {
            Diff diff = DiffRecords.diff(differences.between(a, b, permitted.read(Part.INVENTORY)));
            return comparison(a, b, names, diff, null);
        } catch (UnknownHost e) {
            return comparison(a, b, names, null, known.unknown(e.name()).getMessage());
        } catch (NothingCollected e) {
            return comparison(a, b, names, null, e.getMessage());
        }
    }

    private static Comparison comparison(
            HostMoment a,
            HostMoment b,
            List<String> names,
            @Nullable Diff diff,
            @Nullable String problem) {
        return new Comparison(a.host(), a.at(), b.host(), b.at(), names, diff, problem);
    }

    private static @Nullable String twin(HostMoment a, HostMoment b) {
        if (a.host().isEmpty() || b.host().isEmpty()) {
            return null;
        }
        return Links.to(
                ApiPath.BASE + "/diff",
                "a",
                a.host(),
                "b",
                b.host(),
                "atA",
                text(a.at()),
                "atB",
                text(b.at()));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
