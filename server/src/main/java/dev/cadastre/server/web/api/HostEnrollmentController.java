package dev.cadastre.server.web.api;

import dev.cadastre.api.AddedHost;
import dev.cadastre.api.HostSummary;
import dev.cadastre.api.NewHost;
import dev.cadastre.server.web.api.request.ApiPath;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How hosts come and go without the estate file. */
@RestController
@RequestMapping(ApiPath.BASE + "/hosts")
class HostEnrollmentController {

    private final HostEnrollment enrollment;

    HostEnrollmentController(HostEnrollment enrollment) {
        this.enrollment = enrollment;
    }

    /**
     * Adds a host. Names are unique, so that a request sent twice adds one host: the second is
     * answered 409.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AddedHost add(@RequestBody NewHost host) {
        return enrollment.add(host);
    }

    /** Ends its collection and keeps its history. */
    @PostMapping("/{name}/retire")
    HostSummary retire(@PathVariable String name) {
        return HostRecords.summary(enrollment.retire(name));
    }

    /** Purges all that is known of it; only the audit list tells that it was. */
    @PostMapping("/{name}/erase")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String name) {
        enrollment.erase(name);
    }
}
