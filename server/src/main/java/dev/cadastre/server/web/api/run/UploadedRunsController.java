package dev.cadastre.server.web.api.run;

import dev.cadastre.api.run.Run;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.running.UploadedRuns;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Journals of runs that were carried out without the server. */
@RestController
@RequestMapping(ApiPath.BASE + "/uploaded-runs")
class UploadedRunsController {

    private static final String LINES = "application/x-ndjson";

    private final UploadedRuns uploads;
    private final Permitted permitted;

    UploadedRunsController(UploadedRuns uploads, Permitted permitted) {
        this.uploads = uploads;
        this.permitted = permitted;
    }

    /**
     * Which change was carried out.
     *
     * @param archive the digest of its archive, which was sent before
     * @param file the change in it
     */
    @Parameters
    record ChangeParameters(String archive, String file) {}

    /**
     * Keeps the journal of a run, by its name; the same again changes nothing, and more of it is
     * added.
     */
    @PutMapping("/{name}")
    @RequestBody(
            required = true,
            content = @Content(mediaType = LINES, schema = @Schema(type = "string")))
    ResponseEntity<Run> put(
            @PathVariable String name, ChangeParameters parameters, InputStream journal)
            throws IOException {
        permitted.reach(Verb.RUN, Part.CHANGE);
        UploadedRuns.Uploaded uploaded =
                uploads.upload(
                        new UploadedRuns.Upload(
                                name,
                                parameters.archive(),
                                parameters.file(),
                                journal.readAllBytes()),
                        permitted.read(Part.CHANGE));
        return ResponseEntity.status(uploaded.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(RunRecords.run(uploaded.run()));
    }
}
