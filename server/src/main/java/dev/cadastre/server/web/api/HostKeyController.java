package dev.cadastre.server.web.api;

import dev.cadastre.api.HostSummary;
import dev.cadastre.api.KeyAcceptance;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The SSH keys by which hosts are known. */
@RestController
class HostKeyController {

    private final Dispatch dispatch;
    private final Estate estate;
    private final KnownHosts known;

    HostKeyController(Dispatch dispatch, Estate estate, KnownHosts known) {
        this.dispatch = dispatch;
        this.estate = estate;
        this.known = known;
    }

    /** Vouches for the key that the host shows now, so that work with it goes on. */
    @PostMapping(ApiPath.BASE + "/hosts/{name}/accept-key")
    HostSummary accept(@PathVariable String name, @RequestBody KeyAcceptance acceptance) {
        Host host = known.open(name, Verb.WRITE);
        DeclaredHost declared = estate.host(name).orElseThrow(() -> undeclared(name));
        if (!dispatch.acceptKey(declared, acceptance.fingerprint())) {
            throw unexpected(declared, acceptance.fingerprint());
        }
        return HostRecords.summary(host);
    }

    private static ProblemException undeclared(String name) {
        return new ProblemException(
                ProblemKind.HOST_UNDECLARED,
                "The server does not connect to " + name + ", because nothing declares it.",
                "Add it by /api/v1/hosts, or state it in the estate file.");
    }

    private ProblemException unexpected(DeclaredHost host, String fingerprint) {
        return new ProblemException(
                ProblemKind.KEY_UNEXPECTED,
                dispatch.presentedKey(host)
                        .map(shown ->
                                "%s shows the key %s, not %s."
                                        .formatted(host.name(), shown, fingerprint))
                        .orElse(host.name() + " shows the key by which it is known."),
                "Compare with what ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub prints on the"
                        + " host itself.");
    }
}
