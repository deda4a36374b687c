import { Inject, Injectable } from '@nestjs/common';
import { Base, mixin } from './base';

@Injectable({ scope: 'request' })
export class AgentService extends mixin(Base) implements OnInit {
  @Input() name?: string;
  @Output() changed = new EventEmitter<string>();

  constructor(@Inject('MODEL') private model: Model, public readonly store: Store.Vector, plain: string) {
    super(plain);
    this.ready = true;
    this.nested.value = plain;
  }

  /** Answers. */
  @Cron('0 * * * *')
  @Trace()
  protected async *answer<T extends object>(this: AgentService, @Body() body: T, ...rest: string[]): AsyncGenerator<string> {
    yield* this.model.stream(body);
    if (rest.length) yield rest[0];
  }

  static { register(AgentService); }
  set value(next: string) { this.stored = next; }
  ['computed' + 1]() { return compute(); }
}

export const Anonymous = class { run = function () { return this.x; } };
