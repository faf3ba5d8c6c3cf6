package dev.cadastre.server.web.api;

import dev.cadastre.api.NewSignInLink;
import dev.cadastre.api.SignInLink;
import dev.cadastre.server.access.People;
import dev.cadastre.server.access.SignInLinks;
import dev.cadastre.server.web.api.request.ApiPath;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links that let one person in once. */
@RestController
class SignInLinksController {

    private final SignInLinks links;
    private final String address;

    /**
     * Makes links that begin with an address.
     *
     * @param address how people reach the server; empty for as it was asked
     */
    SignInLinksController(SignInLinks links, @Value("${cadastre.url:}") String address) {
        this.links = links;
        this.address = address.replaceFirst("/+$", "");
    }

    /** Makes one that is good for 15 minutes; it is in this answer only. */
    @PostMapping(ApiPath.BASE + "/sign-in-links")
    @ResponseStatus(HttpStatus.CREATED)
    SignInLink make(@RequestBody(required = false) @Nullable NewSignInLink link) {
        String person = link == null || link.person() == null ? People.FIRST : link.person();
        var made = links.make(person);
        // Who asks behind a proxy is on this machine, and whom it is for is not.
        String server =
                address.isEmpty()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                        : address;
        return new SignInLink(made.person(), server + made.path(), made.expiresAt());
    }
}
