package dev.cadastre.server.web.api;

import dev.cadastre.api.NewSignInLink;
import dev.cadastre.api.SignInLink;
import dev.cadastre.server.access.People;
import dev.cadastre.server.access.SignInLinks;
import dev.cadastre.server.web.api.request.ApiPath;
import org.jspecify.annotations.Nullable;
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

    SignInLinksController(SignInLinks links) {
        this.links = links;
    }

    /** Makes one that is good for 15 minutes; it is in this answer only. */
    @PostMapping(ApiPath.BASE + "/sign-in-links")
    @ResponseStatus(HttpStatus.CREATED)
    SignInLink make(@RequestBody(required = false) @Nullable NewSignInLink link) {
        String person = link == null || link.person() == null ? People.FIRST : link.person();
        var made = links.make(person);
        String server = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return new SignInLink(made.person(), server + made.path(), made.expiresAt());
    }
}
