package dev.cadastre.server.web.api;

import dev.cadastre.api.IssuedToken;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.NewToken;
import dev.cadastre.api.Token;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tokens by which programs ask. */
@RestController
@RequestMapping(ApiPath.BASE + "/tokens")
class TokensController {

    private final Tokens tokens;

    TokensController(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Those that the one who asks may manage, by name. */
    @GetMapping
    ListPage<Token> tokens() {
        return Pages.whole(tokens.list(), AccessRecords::token);
    }

    /** Issues one; its secret is in this answer only. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedToken issue(@RequestBody NewToken token) {
        return AccessRecords.issued(
                tokens.issue(token.name(), AccessRecords.grant(token.scope()), token.expiresAt()));
    }

    /** Revokes one at once. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id) {
        tokens.revoke(id);
    }
}
