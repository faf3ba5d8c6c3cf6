package dev.cadastre.server.web.api;

import dev.cadastre.api.Diff;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.inventory.Differences;
import dev.cadastre.server.inventory.HostMoment;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How two hosts, or two moments of one, differ. */
@RestController
class DiffController {

    private final Differences differences;
    private final Permitted permitted;

    DiffController(Differences differences, Permitted permitted) {
        this.differences = differences;
        this.permitted = permitted;
    }

    @Parameters
    record DiffParameters(String a, String b, @Nullable Instant atA, @Nullable Instant atB) {}

    /** How host b differs from host a; what is alike is left out. */
    @GetMapping(ApiPath.BASE + "/diff")
    Diff diff(DiffParameters parameters) {
        return DiffRecords.diff(
                differences.between(
                        new HostMoment(parameters.a(), parameters.atA()),
                        new HostMoment(parameters.b(), parameters.atB()),
                        permitted.read(Part.INVENTORY)));
    }
}
