package dev.cadastre.server.web.api;

import dev.cadastre.api.ReportReceipt;
import dev.cadastre.server.web.api.request.ApiPath;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the reports that hosts send by themselves. */
@RestController
class ReportsController {

    private final PushedReports reports;

    ReportsController(PushedReports reports) {
        this.reports = reports;
    }

    /** Takes what the probe printed. The answer comes when the report is safely stored. */
    @PostMapping(ApiPath.BASE + "/reports")
    ReportReceipt take(@RequestBody byte[] content) {
        return reports.take(content);
    }
}
