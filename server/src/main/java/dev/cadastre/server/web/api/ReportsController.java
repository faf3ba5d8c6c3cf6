package dev.cadastre.server.web.api;

import dev.cadastre.api.ReportReceipt;
import dev.cadastre.server.web.api.request.ApiPath;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.PostMapping;
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
}
