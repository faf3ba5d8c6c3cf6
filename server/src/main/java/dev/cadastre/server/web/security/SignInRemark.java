package dev.cadastre.server.web.security;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.People;
import dev.cadastre.server.access.SignInLink;
import dev.cadastre.server.access.SignInLinks;
import dev.cadastre.server.startup.ReadyRemark;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets whoever started the server at a terminal in, without a password to look up. */
@Component
class SignInRemark implements ReadyRemark {

    private final Access access;
    private final SignInLinks links;

    SignInRemark(Access access, SignInLinks links) {
        this.access = access;
        this.links = links;
    }

    @Override
    public Optional<String> line(String url) {
        SignInLink link = access.asSystem(() -> links.make(People.FIRST));
        return Optional.of("Sign in once, within 15 minutes: " + url + link.path());
    }
}
