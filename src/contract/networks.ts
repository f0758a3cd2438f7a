export type NetworkKind = 'plain' | 'residual';
