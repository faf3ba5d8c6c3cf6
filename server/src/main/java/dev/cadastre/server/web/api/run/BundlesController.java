package dev.cadastre.server.web.api.run;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.run.BundleLock;
import dev.cadastre.api.run.BundlePut;
import dev.cadastre.api.run.HostBundle;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.host.HeldBundle;
import dev.cadastre.change.run.Lock;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.ChangeBundle;
import dev.cadastre.server.change.running.Bundles;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.exchange.SshWays;
import dev.cadastre.server.web.api.request.ApiPath;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The directories on a host that runs work in, for people who look and work there meanwhile. */
@RestController
@RequestMapping(ApiPath.BASE + "/hosts/{name}/bundles")
class BundlesController {

    private static final String TAR = "application/x-tar";

    private final Bundles bundles;
    private final Estate estate;
    private final SshWays ways;
    private final Permitted permitted;

    BundlesController(Bundles bundles, Estate estate, SshWays ways, Permitted permitted) {
        this.bundles = bundles;
        this.estate = estate;
        this.ways = ways;
        this.permitted = permitted;
    }

    /** What lies there now, and who has it; the host is asked. */
    @GetMapping
    ListPage<HostBundle> list(@PathVariable String name) {
        permitted.reach(Verb.RUN, Part.CHANGE);
        List<ChangeBundle> found = bundles.list(name, permitted.read(Part.CHANGE));
        return new ListPage<>(found.stream().map(one -> bundle(name, one)).toList(), null);
    }

    /** The files of a bundle that people may edit while its run is halted. */
    @GetMapping(path = "/{bundle}", produces = TAR)
    ResponseEntity<StreamingResponseBody> get(
            @PathVariable String name, @PathVariable String bundle) {
        permitted.reach(Verb.RUN, Part.CHANGE);
        ChangeFolder files = bundles.pull(name, bundle);
        return ResponseEntity.ok(target -> ChangeArchive.write(files, target));
    }

    /** Puts files into a bundle, as far as they differ; refused while its run goes on. */
    @PutMapping("/{bundle}")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = TAR, schema = @Schema(type = "string", format = "binary")))
    BundlePut put(@PathVariable String name, @PathVariable String bundle, InputStream content)
            throws IOException {
        permitted.reach(Verb.RUN, Part.CHANGE);
        return new BundlePut(bundles.push(name, bundle, content));
    }

    private HostBundle bundle(String host, ChangeBundle one) {
        HeldBundle held = one.held();
        Reach reach = permitted.read(Part.CHANGE);
        String sshfs =
                estate.host(host)
                        .flatMap(declared -> ways.to(declared, reach))
                        .map(way ->
                                HeldBundle.sshfs(
                                        held.name(),
                                        way.user(),
                                        way.address(),
                                        way.port(),
                                        way.jumpsByAddress()))
                        .orElse(null);
        return new HostBundle(
                held.name(),
                held.directory(),
                lock(one),
                held.atWork(),
                one.ended() == null ? null : RunStatus.valueOf(one.ended().name()),
                held.breaking(),
                sshfs);
    }

    private static @Nullable BundleLock lock(ChangeBundle one) {
        Lock lock = one.held().lock();
        return lock == null
                ? null
                : new BundleLock(
                        lock.run(),
                        one.run(),
                        lock.who(),
                        lock.since(),
                        PlanRecords.orNull(lock.message()));
    }
}
