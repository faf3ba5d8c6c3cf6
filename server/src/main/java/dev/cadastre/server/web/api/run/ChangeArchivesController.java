package dev.cadastre.server.web.api.run;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.archive.Archives;
import dev.cadastre.server.change.running.Plans;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Changes as they are sent: folders, each in an archive and named by what is in it. */
@RestController
@RequestMapping(ApiPath.BASE + "/change-archives")
class ChangeArchivesController {

    private static final String TAR = "application/x-tar";

    private final Archives archives;
    private final Plans plans;
    private final Permitted permitted;

    ChangeArchivesController(Archives archives, Plans plans, Permitted permitted) {
        this.archives = archives;
        this.plans = plans;
        this.permitted = permitted;
    }

    /** Takes an archive; the digest is that of the folder in it. */
    @PutMapping("/{digest}")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = TAR, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Void> put(@PathVariable String digest, InputStream content) throws IOException {
        permitted.reach(Verb.RUN, Part.CHANGE);
        boolean isNew = archives.put(digest, content);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.NO_CONTENT).build();
    }

    /** An archive, for who sent it, or may see a plan of it; to ask whether it is there, HEAD. */
    @GetMapping(path = "/{digest}", produces = TAR)
    ResponseEntity<StreamingResponseBody> get(@PathVariable String digest) {
        if (!plans.mayHave(digest, permitted.read(Part.CHANGE))) {
            throw new ProblemException(
                    ProblemKind.CHANGE_UNKNOWN,
                    "There is no archive " + digest + " that you may have.",
                    "Send it, if you have it.");
        }
        return ResponseEntity.ok(target -> archives.copy(digest, target));
    }
}
