package dev.cadastre.server.web.api;

import dev.cadastre.api.Environment;
import dev.cadastre.api.ListPage;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The environments. */
@RestController
class EnvironmentsController {

    private final Environments environments;

    EnvironmentsController(Environments environments) {
        this.environments = environments;
    }

    @Parameters
    record MomentParameters(@Nullable Instant at) {}

    /** All environments that are declared or have hosts, by name; declared ones as of now. */
    @GetMapping(ApiPath.BASE + "/environments")
    ListPage<Environment> list(MomentParameters parameters) {
        return new ListPage<>(environments.all(parameters.at()), null);
    }
}
