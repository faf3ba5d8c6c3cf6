package dev.cadastre.server.web.page.parcel;

import dev.cadastre.api.parcel.Parcel;
import dev.cadastre.parcel.registry.ParcelVersion;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.repository.ParcelQuery;
import dev.cadastre.server.parcels.repository.Parcels;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.parcel.KnownParcels;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.page.Frames;
import dev.cadastre.server.web.page.Links;
import dev.cadastre.server.web.page.View;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The parcels that are kept, and all that each says of itself. */
@Controller
class ParcelPages {

    private static final int PAGE = 100;

    private final Parcels parcels;
    private final KnownParcels known;
    private final Permitted permitted;
    private final Frames frames;

    ParcelPages(Parcels parcels, KnownParcels known, Permitted permitted, Frames frames) {
        this.parcels = parcels;
        this.known = known;
        this.permitted = permitted;
        this.frames = frames;
    }

    /** The newest of each; a search finds older ones, too, if these alone fit. */
    @GetMapping(ParcelLinks.PATH)
    ModelAndView list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String after) {
        permitted.read(Part.PARCELS);
        ParcelQuery query = new ParcelQuery(q.isBlank() ? null : q.strip(), null, true);
        List<KeptParcel> found = parcels.find(query, position(after), PAGE + 1);
        List<KeptParcel> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next =
                found.size() > PAGE
                        ? shown.getLast().name() + ":" + shown.getLast().version()
                        : null;
        return View.of(
                "parcel/list",
                "frame",
                frames.of(
                        request,
                        "Parcels",
                        "parcels",
                        Links.to(ApiPath.BASE + ParcelLinks.PATH, "q", q)),
                "wording",
                frames.wording(),
                "listing",
                new ParcelListing(
                        q,
                        known.wire(shown),
                        Links.next(ParcelLinks.PATH, next, "q", q),
                        permitted.mayEverywhere(Verb.WRITE, Part.PARCELS)));
    }

    private static @Nullable ParcelVersion position(@Nullable String after) {
        String position = Links.position(after);
        try {
            return position == null ? null : ParcelVersion.parse(position);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "The address does not say where the list goes on.",
                    "Begin with the list's first page, and follow its links.");
        }
    }

    @GetMapping(ParcelLinks.PATH + "/{name}")
    ModelAndView newest(HttpServletRequest request, @PathVariable String name) throws IOException {
        return page(request, known.versions(name).getFirst());
    }

    @GetMapping(ParcelLinks.PATH + "/{name}/{version}")
    ModelAndView one(
            HttpServletRequest request, @PathVariable String name, @PathVariable String version)
            throws IOException {
        return page(request, known.kept(name, version));
    }

    private ModelAndView page(HttpServletRequest request, KeptParcel kept) throws IOException {
        List<Parcel> versions = known.wire(known.versions(kept.name()));
        return View.of(
                "parcel/page",
                "frame",
                frames.of(
                        request,
                        kept.toString(),
                        "parcels",
                        ApiPath.BASE + ParcelLinks.to(kept.name(), kept.version())),
                "wording",
                frames.wording(),
                "page",
                new ParcelPage(
                        known.detail(kept),
                        versions,
                        permitted.mayEverywhere(Verb.WRITE, Part.PARCELS)));
    }

    @PostMapping(ParcelLinks.PATH + "/{name}/{version}/remove")
    ModelAndView remove(@PathVariable String name, @PathVariable String version)
            throws IOException {
        permitted.requireEverywhere(Verb.WRITE, Part.PARCELS);
        parcels.remove(name, version);
        return View.redirect(
                parcels.versions(name).isEmpty() ? ParcelLinks.PATH : ParcelLinks.to(name));
    }
}
