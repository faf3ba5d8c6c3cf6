
# Words of queries, ids of assets and names of apps are completed by the server, which knows names and values; where it does not
# answer, nothing is offered and nothing is said. Chapters of the manual are known without it.

# Splits a line into parts as the shell does; quote is the one that is open at its end, typed is
# the last word as it was typed.
function _cadastre_split() {
  local line=$1 i c word= begun=
  parts=() quote= typed=
  for ((i = 0; i < ${#line}; i++)); do
    c=${line:$i:1}
    if [[ -z $quote && $c == [[:space:]] ]]; then
      [[ -z $begun ]] || parts+=("$word")
      word= begun= typed=
      continue
    fi
    begun=1 typed+=$c
    if [[ -n $quote ]]; then
      if [[ $c == "$quote" ]]; then quote=; else word+=$c; fi
    elif [[ $c == "'" || $c == '"' ]]; then
      quote=$c
    elif [[ $c == "\\" ]]; then
      i=$((i + 1))
      word+=${line:$i:1} typed+=${line:$i:1}
    else
      word+=$c
    fi
  done
  parts+=("$word")
}

# Whether the last of parts is a part of a query, an asset or an app, as completing tells; asking becomes the
# options that say which server, file tells that a file is to come first.
function _cadastre_in_query() {
  local i last=$((${#parts[@]} - 1)) verb= had=0 ended= below first=
  asking=() file= completing=complete-query
  for ((i = 1; i < last; i++)); do
    case ${parts[i]} in
      --) ended=1 ;;
      --server | --home)
        asking+=("${parts[i]}" "${parts[i + 1]}")
        i=$((i + 1))
        ;;
      --server=* | --home=*) asking+=("${parts[i]}") ;;
      -o | --output | --at | --by | --limit | --environment | --env | --group | --host | --kind | --text | --presence | --depth | --format | --serial | --canary | --failures | --at-once | --why)
        i=$((i + 1))
        ;;
      -q)
        [[ $((i + 1)) != "$last" ]] || return 0
        i=$((i + 1))
        ;;
      -*) ;;
      *)
        case "$verb ${parts[i]}" in
          "asset import" | "map changes") return 1 ;;
        esac
        if [[ -n $verb ]]; then
          had=$((had + 1))
          first=${first:-${parts[i]}}
        else
          verb=${parts[i]}
        fi
        ;;
    esac
  done
  case $verb in
    assets | hosts | collect | inventory | ssh-config | upgrades) ;;
    impact) completing=complete-asset ;;
    drift) completing=complete-app ;;
    manual) completing=complete-manual ;;
    app)
      case $first in
        configure | deploy | history | remove | show | undo | upgrade) ;;
        *) return 1 ;;
      esac
      [[ $had == 1 ]] || return 1
      completing=complete-app
      ;;
    asset | map)
      # What begins like a verb below these is one.
      if [[ $had == 0 && -n ${parts[last]} ]]; then
        for below in changes import remove set; do
          [[ $below != "${parts[last]}"* ]] || return 1
        done
      fi
      completing=complete-asset
      ;;
    owns) [[ $had != 0 ]] || file=1 ;;
    *) return 1 ;;
  esac
  [[ $i == "$last" ]] && [[ -n $ended || ${parts[last]} != -* ]]
}

# Takes what begins like the word from which the shell will put it in.
function _cadastre_offer() {
  local candidate=$1 before=$2
  # Zsh takes quotes away.
  [[ -z ${ZSH_VERSION-} || $candidate != *[\"\']* ]] || return 0
  case $quote in
    "'") [[ $candidate != *"'"* ]] || return 0 ;;
    '"') [[ $candidate != *[\"\$\`\\\\]* ]] || return 0 ;;
    *)
      if [[ -z ${ZSH_VERSION-} ]]; then candidate=$(printf %q "$candidate"); fi
      ;;
  esac
  [[ $candidate == "$before"* ]] || return 0
  COMPREPLY+=("${candidate:${#before}}")
}

function _cadastre_complete() {
  # Arrays begin at 0 there, too.
  [[ -z ${ZSH_VERSION-} ]] || emulate -L ksh
  local parts quote typed asking file completing before= breaks program candidate
  _cadastre_split "${COMP_LINE:0:$COMP_POINT}"
  if ! _cadastre_in_query; then
    _complete_cadastre "$@"
    return
  fi
  COMPREPLY=()
  # A file of other hosts is likely to be one here.
  [[ -z $file ]] || return 0
  if [[ -n $quote ]]; then
    [[ $typed == "$quote"* ]] || return 0
  elif [[ $typed == *[\"\']* ]]; then
    return 0
  elif [[ -z ${ZSH_VERSION-} ]]; then
    # Readline takes the colon, among others, for the beginning of a word.
    breaks=${COMP_WORDBREAKS//[[:space:]\"\']/}
    before=${typed%"${typed##*[$breaks]}"}
  fi
  program=${parts[0]/#\~\//$HOME/}
  while IFS= read -r candidate; do
    _cadastre_offer "$candidate" "$before"
  done < <("$program" "$completing" "${asking[@]}" -- "${parts[${#parts[@]} - 1]}" 2>/dev/null </dev/null)
  # File names are no answer. Bash 3 has no compopt, nor does zsh.
  compopt +o default 2>/dev/null
  if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[:=\<\>.] ]]; then
    # It is to be continued, and a sole word would be ended with a quote or a space.
    if [[ -n $quote${ZSH_VERSION-} ]]; then
      COMPREPLY+=("${COMPREPLY[0]}…")
    else
      compopt -o nospace 2>/dev/null
    fi
  fi
}

complete -F _cadastre_complete -o default cadastre
