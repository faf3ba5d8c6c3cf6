package dev.cadastre.server.web.api.parcel;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.parcel.Parcel;
import dev.cadastre.api.parcel.ParcelDetail;
import dev.cadastre.parcel.registry.ParcelVersion;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.repository.ParcelQuery;
import dev.cadastre.server.parcels.repository.Parcels;
import dev.cadastre.server.parcels.repository.Taken;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Parcels that the server keeps. They lie in no environment. */
@RestController
@RequestMapping(ApiPath.BASE + "/parcels")
class ParcelsController {

    private static final String ARCHIVE = "application/vnd.cadastre.parcel.archive";

    private final Parcels parcels;
    private final KnownParcels known;
    private final ManualFiles manuals;
    private final Permitted permitted;

    ParcelsController(
            Parcels parcels, KnownParcels known, ManualFiles manuals, Permitted permitted) {
        this.parcels = parcels;
        this.known = known;
        this.manuals = manuals;
        this.permitted = permitted;
    }

    /**
     * Which parcels.
     *
     * @param q a part of the name, of the summary, or of what it provides
     * @param name of the parcel
     */
    @Parameters
    record ListParameters(
            @Nullable String q,
            @Nullable String name,
            @Nullable Limit limit,
            @Nullable Cursor after) {

        ParcelQuery query() {
            return new ParcelQuery(q, name, false);
        }

        @Nullable ParcelVersion position() {
            try {
                return after == null ? null : ParcelVersion.parse(after.position());
            } catch (IllegalArgumentException _) {
                throw new ProblemException(
                        ProblemKind.PARAMETERS_BAD,
                        "The parameter after cannot be used: it is the cursor of another list.",
                        "Take it from \"next\" of this list.");
            }
        }
    }

    /** Takes a parcel as one file, with its signatures; the same again may bring more of these. */
    @PostMapping
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = ARCHIVE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Parcel> add(InputStream content) throws IOException {
        permitted.requireEverywhere(Verb.WRITE, Part.PARCELS);
        Taken taken = parcels.take(content);
        return ResponseEntity.status(
                        taken.outcome() == Taken.Outcome.ADDED ? HttpStatus.CREATED : HttpStatus.OK)
                .body(known.wire(List.of(taken.parcel())).getFirst());
    }

    /** Parcels by name, the newest version of each first. */
    @GetMapping
    ListPage<Parcel> list(ListParameters parameters) {
        permitted.read(Part.PARCELS);
        int limit = Limit.of(parameters.limit());
        List<KeptParcel> found = parcels.find(parameters.query(), parameters.position(), limit + 1);
        return Pages.cut(
                known.wire(found),
                limit,
                one -> new ParcelVersion(one.name(), one.version()).toString(),
                one -> one);
    }

    /** All that a parcel says of itself. */
    @GetMapping("/{name}/{version}")
    ParcelDetail one(@PathVariable String name, @PathVariable String version) throws IOException {
        return known.detail(known.kept(name, version));
    }

    /** A file of a parcel's manual, as it was written; it may say anything. */
    @GetMapping("/{name}/{version}/manual/{*path}")
    ResponseEntity<byte[]> manual(
            @PathVariable String name, @PathVariable String version, @PathVariable String path)
            throws IOException {
        return manuals.answer(name, version, path);
    }

    /** A parcel as one file, with all signatures that are known. */
    @GetMapping(path = "/{name}/{version}/archive", produces = ARCHIVE)
    ResponseEntity<StreamingResponseBody> archive(
            @PathVariable String name, @PathVariable String version) throws IOException {
        KeptParcel kept = known.kept(name, version);
        parcels.open(kept);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-%s.parcel".formatted(name, version))
                                .build()
                                .toString())
                .body(target -> parcels.copy(kept, target));
    }

    /** Removes a parcel that no app has. */
    @DeleteMapping("/{name}/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, @PathVariable String version) throws IOException {
        permitted.requireEverywhere(Verb.WRITE, Part.PARCELS);
        parcels.remove(name, version);
    }
}
