package dev.cadastre.server.web.api;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.storage.Backups;
import dev.cadastre.server.storage.backup.BackupRefused;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Backups of all that the server knows. */
@RestController
@RequestMapping(ApiPath.BASE + "/backups")
class BackupsController {

    private static final String TYPE = "application/vnd.cadastre.backup+zip";

    private final Backups backups;
    private final Permitted permitted;

    BackupsController(Backups backups, Permitted permitted) {
        this.backups = backups;
        this.permitted = permitted;
    }

    /**
     * Takes a backup of this moment, which is the answer. It is for administrators: all that
     * anybody may see is in it. An answer that ends without the file's last entry, its manifest, is
     * none.
     */
    @PostMapping(produces = TYPE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    void take(HttpServletResponse response) throws IOException {
        permitted.requireEverywhere(Verb.ADMINISTER, Part.SERVER);
        try {
            backups.take(() -> begin(response));
        } catch (BackupRefused e) {
            ProblemKind kind =
                    e.code().equals(ProblemKind.KEY_MALFORMED.code())
                            ? ProblemKind.KEY_MALFORMED
                            : ProblemKind.BACKUP_RUNNING;
            throw new ProblemException(kind, String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private static OutputStream begin(HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("cadastre.backup").build().toString());
        return response.getOutputStream();
    }
}
