package dev.cadastre.server.web.api;

import dev.cadastre.api.ReportReceipt;
import dev.cadastre.server.web.api.request.ApiPath;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes the reports that hosts send by themselves. */
@RestController
class ReportsController {

    private final PushedReports reports;

    ReportsController(PushedReports reports) {
        this.reports = reports;
    }

    /**
     * Takes what the probe printed. The answer comes when the report is safely stored. Whatever
     * type the body is said to have it is read as it is: curl, unless told otherwise, calls it a
     * form.
     */
    @PostMapping(ApiPath.BASE + "/reports")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    ReportReceipt take(InputStream content) throws IOException {
        return reports.take(content.readAllBytes());
    }

    /**
     * What the next report of a host need not tell unless it changed, as one line for the variable
     * CADASTRE_KNOWN of the probe; an empty one if nothing is known.
     *
     * @param host the host's name; may be left out with a token for one host
     */
    @GetMapping(path = ApiPath.BASE + "/reports/known", produces = MediaType.TEXT_PLAIN_VALUE)
    String known(@RequestParam(required = false) @Nullable String host) {
        return reports.known(host) + "\n";
    }
}
